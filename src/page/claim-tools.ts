import type { Claim, Entity, Topic } from '../model.ts';
import { timeText } from '../render/dates.ts';
import { spokenOf } from '../spoken-of.ts';
import { copyButtons } from './copies.ts';
import { make } from './dom.ts';

/** What stands below a claim: buttons that copy it, and what else is known of it. */
export const claimTools = (claim: Claim, address: string): HTMLElement[] => [
  make('span', { className: 'copies' }, 'Copy ', ...copyButtons(claim, address)),
  more(claim),
];

function more(claim: Claim): HTMLElement {
  const { id, topics, time } = claim;
  const rows = [
    ['Speaks of', named(spokenOf(claim))],
    ['Topics', named(topics)],
    ['Time', time ? `${timeText(time)}, “${time.text}”` : ''],
    ['Inferred because', time?.inferred ? (time.basis ?? '') : ''],
  ].filter(([, text]) => text);
  return make(
    'details',
    {},
    make('summary', {}, 'More', make('span', { className: 'unseen' }, ` on ${id}`)),
    make(
      'dl',
      {},
      ...rows.flatMap(([term = '', text = '']) => [make('dt', {}, term), make('dd', { dir: 'auto' }, text)]),
    ),
  );
}

const named = (items: readonly (Entity | Topic)[]): string =>
  [...new Set(items.map(({ name }) => name))].join(', ');
