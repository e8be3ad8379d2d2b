import { type Claim, listed } from '../model.ts';
import { claimsMarkdown } from '../render/claim-markdown.ts';
import { quotationText } from '../render/wording.ts';

/** What a claim can be copied as, by its address from this page on. */
const FORMS: Readonly<Record<string, (claim: Claim, address: string) => string>> = {
  quotation: quotationText,
  Markdown: (claim) => claimsMarkdown([listed(claim)]).trimEnd(),
  link: (_, address) => new URL(address, location.href).href,
};

/** Buttons that copy a claim, with who says it and how sure, or a link to it. */
export const copyButtons = (claim: Claim, address: string): HTMLElement[] =>
  Object.entries(FORMS).map(([form, textOf]) =>
    copyButton(form, `Copy ${claim.id} as ${form}`, () => textOf(claim, address)),
  );

/** A button that says for a moment that it has copied. */
export function copyButton(label: string, name: string, text: () => string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.ariaLabel = name;
  button.addEventListener('click', async () => {
    await copy(text());
    button.textContent = 'copied';
    button.ariaLabel = `Copied: ${name}`;
    setTimeout(() => {
      button.textContent = label;
      button.ariaLabel = name;
    }, TOLD_FOR);
  });
  return button;
}

/** In milliseconds. */
const TOLD_FOR = 2000;

async function copy(text: string): Promise<void> {
  // A page that was not served securely has no clipboard of its own.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
