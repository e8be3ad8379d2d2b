import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { kimtrip, kimtripJson } from '../helpers.ts';
import { portHope } from '../port-hope.ts';

interface Selector {
  readonly exact: string;
}
interface Collection {
  readonly first: {
    readonly items: readonly { readonly target: { readonly selector: readonly [Selector] } }[];
  };
}

test.each(['the shipped story', 'Port Hope'])(
  'every selector finds its words on a page of paragraphs: %s',
  async (story) => {
    const data = story === 'Port Hope' ? ['--data', await portHope()] : [];
    const sentences = await kimtripJson<{ text: string; paragraph: number }>(['list', 'sentences', ...data]);
    const { document } = new JSDOM('<body></body>').window;
    for (const { text, paragraph } of sentences) {
      const elements = document.querySelectorAll('p');
      const element = elements[paragraph - 1] ?? document.body.appendChild(document.createElement('p'));
      element.textContent = [element.textContent, text].filter(Boolean).join(' ');
    }
    // It takes them from the window.
    for (const name of ['document', 'Node', 'Range', 'NodeFilter'] as const)
      vi.stubGlobal(name, name === 'document' ? document : document.defaultView?.[name]);
    const { createTextQuoteSelectorMatcher } = await import('@apache-annotator/dom');
    const { first } = JSON.parse((await kimtrip(['export', 'jsonld', ...data])).stdout) as Collection;
    for (const { target } of first.items) {
      const [selector] = target.selector;
      const found: string[] = [];
      for await (const range of createTextQuoteSelectorMatcher(selector)(document.body))
        found.push(range.toString());
      expect(found).toEqual([selector.exact]);
    }
  },
);
