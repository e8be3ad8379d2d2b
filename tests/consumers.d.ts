/** What tests use of packages that come without types. */
declare module 'commonmark' {
  export class Parser {
    parse(markdown: string): object;
  }
  export class HtmlRenderer {
    render(document: object): string;
  }
}
declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(options?: { linkify?: boolean });
    render(markdown: string): string;
  }
}
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(name: string, options?: object): string;
  }
  export const plugins: { output: { list(): string[] } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: Document };
  }
}
declare module '@apache-annotator/dom' {
  export function createTextQuoteSelectorMatcher(
    selector: object,
  ): (scope: Element) => AsyncIterable<{ toString(): string }>;
}
