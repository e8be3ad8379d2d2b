import type { Claim, Entity, Sentence, Topic } from '../model.ts';
import type { Group, Source } from '../select/groups.ts';
import type { RecordName } from './fields.ts';
import { escapeMarkdown } from './markdown.ts';
import { entityRecord, type JsonRecord, sentenceRecord, sourceRecord, topicRecord } from './records.ts';
import { hang, padEnd, visible, wrap } from './text.ts';
import type { Column, View } from './view.ts';

export const entityView = groupView<Entity>(
  'entityRecord',
  entityRecord,
  [
    { head: 'id', cell: ({ item }) => item.id },
    { head: 'name', wide: true, cell: ({ item }) => visible(item.name) },
    { head: 'type', cell: ({ item }) => item.type },
  ],
  ({ item }) => [item.name, item.type, ...item.aliases],
);

export const topicView = groupView<Topic>(
  'topicRecord',
  topicRecord,
  [
    { head: 'id', cell: ({ item }) => item.id },
    { head: 'name', wide: true, cell: ({ item }) => visible(item.name) },
  ],
  ({ item }) => [item.name, ...(item.description === null ? [] : [item.description])],
);

export const sourceView = groupView<Source>(
  'sourceRecord',
  sourceRecord,
  [
    { head: 'id', cell: ({ item }) => item.entity.id },
    { head: 'name', wide: true, cell: ({ item }) => visible(item.entity.name) },
  ],
  ({ item }) => [
    item.entity.name,
    ...(item.anonymous ? ['anonymous'] : []),
    ...(item.relays.length ? [`relays ${item.relays.map(({ name }) => name).join(', ')}`] : []),
  ],
);

export const sentenceView = groupView<Sentence>(
  'sentenceRecord',
  sentenceRecord,
  [
    { head: 'id', cell: ({ item }) => item.id },
    { head: 'sentence', wide: true, cell: ({ item }) => visible(item.text) },
  ],
  ({ item }) => [item.text],
);

/** @param details what a card says of it after its id */
function groupView<T>(
  recordName: RecordName,
  recordOf: (item: T) => JsonRecord,
  columns: readonly Column<Group<T>>[],
  details: (group: Group<T>) => string[],
): View<Group<T>> {
  const record = ({ item, claims }: Group<T>): JsonRecord => ({
    ...recordOf(item),
    claims: claims.map(({ id }) => id),
  });
  const idOf = (group: Group<T>) => String(record(group)['id']);
  const named = recordName === 'sentenceRecord' ? 'text' : 'name';
  const fields = ['id', named, 'claims'];
  return {
    recordName,
    record,
    lineFields: fields,
    csvFields: fields,
    columns: () => [...columns, { head: 'claims', cell: ({ claims }) => String(claims.length) }],
    card: (group, idWidth, { terminal: { width, paint } }) => {
      const margin = idWidth + 2;
      const text = [...details(group), count(group.claims)].map(visible).join(' · ');
      return hang(padEnd(paint.bold(idOf(group)), margin), wrap(text, width - margin));
    },
    markdown: (group) =>
      `- **${escapeMarkdown(idOf(group))}** ${[...details(group), count(group.claims)].map(escapeMarkdown).join(' · ')}`,
  };
}

/** `4 claims` */
export const count = (claims: readonly Claim[]): string =>
  `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`;
