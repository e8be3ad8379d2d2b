import { visible } from './sinks.ts';

/** Text as it reads in Markdown: nothing in it becomes markup, HTML or a table's border. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>|#~&]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d+[.)])/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}
