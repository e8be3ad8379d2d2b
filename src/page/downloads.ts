import type { Hit } from '../model.ts';
import { CLAIM_CSV_FIELDS } from '../render/claim-fields.ts';
import { renderCsv } from '../render/csv.ts';
import { hitRecord } from '../render/records.ts';
import { toJson } from '../render/sinks.ts';

/** Claims as files, byte for byte what `kimtrip list` and `kimtrip search` print. */
const FILES = {
  CSV: {
    extension: 'csv',
    type: 'text/csv',
    textOf: (hits: readonly Hit[]) => renderCsv(CLAIM_CSV_FIELDS, hits.map(hitRecord)),
  },
  JSON: {
    extension: 'json',
    type: 'application/json',
    textOf: (hits: readonly Hit[]) => `${toJson(hits.map(hitRecord), 2)}\n`,
  },
};

/** Buttons that download claims. */
export function downloadButtons(name: string, hitsShown: () => readonly Hit[]): HTMLElement[] {
  return Object.entries(FILES).map(([label, { extension, type, textOf }]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.ariaLabel = `Download these claims as ${label}`;
    button.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([textOf(hitsShown())], { type }));
      link.download = `${name}.${extension}`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
    return button;
  });
}
