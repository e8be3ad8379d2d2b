import type { Article, Entity, Group, Sentence, Source, Topic } from '../model.ts';
import type { RecordName } from './field-names.ts';
import { escapeMarkdown } from './markdown.ts';
import {
  articleRecord,
  entityRecord,
  type JsonRecord,
  sentenceRecord,
  sourceRecord,
  topicRecord,
} from './records.ts';
import { styled } from './text.ts';
import type { Column, View } from './view.ts';
import { articleCitation, counted } from './wording.ts';

export const entityView = groupView<Entity>('entityRecord', entityRecord, {
  head: 'name',
  csv: ['id', 'name', 'type', 'aliases', 'description'],
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ type }) => type,
  details: ({ aliases, description }) => [
    ...(description === null ? [] : [description]),
    ...(aliases.length ? [`also ${aliases.join(', ')}`] : []),
  ],
});

export const topicView = groupView<Topic>('topicRecord', topicRecord, {
  head: 'name',
  csv: ['id', 'name', 'description'],
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: null,
  details: ({ description }) => (description === null ? [] : [description]),
});

export const sourceView = groupView<Source>('sourceRecord', sourceRecord, {
  head: 'name',
  csv: ['id', 'name', 'anonymous', 'relays'],
  id: ({ entity }) => entity.id,
  name: ({ entity }) => entity.name,
  kind: ({ anonymous }) => (anonymous ? 'anonymous' : 'named'),
  details: ({ relays }) => (relays.length ? [`relays ${relays.map(({ name }) => name).join(', ')}`] : []),
});

export const articleView = groupView<Article>('articleRecord', articleRecord, {
  head: 'article',
  csv: ['id', 'title', 'publisher', 'issued.edtf', 'issued.inferred', 'url', 'language', 'sentences'],
  id: ({ id }) => id,
  name: articleCitation,
  kind: null,
  details: ({ sentences, url }) => [counted(sentences.length, 'sentence'), ...(url === null ? [] : [url])],
});

export const sentenceView = groupView<Sentence>('sentenceRecord', sentenceRecord, {
  head: 'sentence',
  csv: ['id', 'text', 'paragraph', 'start', 'end'],
  id: ({ id }) => id,
  name: ({ text }) => text,
  kind: null,
  details: () => [],
});

/** What there is to say of a thing that claims have in common. */
interface Description<T> {
  /** The head of its name's column. */
  readonly head: string;
  /** All of its record but the claims. */
  readonly csv: readonly string[];
  id(item: T): string;
  name(item: T): string;
  /** A word for what it is, where its kind has such. */
  readonly kind: ((item: T) => string) | null;
  /** What a card says besides. */
  details(item: T): readonly string[];
}

function groupView<T>(
  recordName: RecordName,
  recordOf: (item: T) => JsonRecord,
  { head, csv, id, name, kind, details }: Description<T>,
): View<Group<T>> {
  const numberOf: Column<Group<T>> = {
    head: 'claims',
    whole: true,
    cell: ({ claims }) => [styled(String(claims.length))],
  };
  const idOf: Column<Group<T>> = { head: 'id', whole: true, cell: ({ item }) => [styled(id(item))] };
  const nameOf: Column<Group<T>> = { head, wide: true, cell: ({ item }) => [styled(name(item))] };
  const kindOf: Column<Group<T>>[] = kind
    ? [{ head: 'kind', whole: true, cell: ({ item }) => [styled(kind(item))] }]
    : [];
  // A narrow table has one column, so that ids stay whole.
  const allOf: Column<Group<T>> = {
    head,
    wide: true,
    cell: ({ item, claims }) => [
      styled(name(item)),
      styled([id(item), ...(kind ? [kind(item)] : []), counted(claims.length, 'claim')].join(' · ')),
    ],
  };
  const words = ({ item, claims }: Group<T>) => [
    name(item),
    ...(kind ? [kind(item)] : []),
    ...details(item),
    counted(claims.length, 'claim'),
  ];
  return {
    recordName,
    absent: [],
    record: ({ item, claims }) => ({ ...recordOf(item), claims: claims.map(({ id }) => id) }),
    lines: ({ item, claims }) => [
      [id(item), ...(kind ? [kind(item)] : []), String(claims.length), name(item)],
    ],
    csvFields: [...csv, 'claims'],
    columns: (narrow) => (narrow ? [allOf] : [idOf, nameOf, ...kindOf, numberOf]),
    id: ({ item }) => id(item),
    body: (group) => [styled(words(group).join(' · '))],
    markdown: (groups) =>
      groups
        .map(
          (group) =>
            `- **${escapeMarkdown(id(group.item))}** ${words(group).map(escapeMarkdown).join(' · ')}\n`,
        )
        .join('\n'),
  };
}
