import type { CommandUnknownOpts as Command } from '@commander-js/extra-typings';
import { CERTAINTIES, OWN_VOICE, STANCES, type Stories } from '../model.ts';
import { checkView } from '../render/check-view.ts';
import { claimView, hitView, quotationView } from '../render/claim-view.ts';
import { fieldsOf, type RecordName } from '../render/field-names.ts';
import { articleView, entityView, sentenceView, sourceView, topicView } from '../render/group-views.ts';
import { articleCitation, qualifiersText } from '../render/wording.ts';
import { groupByEntity, groupBySentence, groupBySource, groupByTopic } from '../select/groups.ts';
import { ownVoices } from '../spoken-of.ts';
import { commandsOf, type Line } from './line.ts';

/** A word that may stand at the cursor, and what it means; that is free text and may be empty. */
export interface Candidate {
  readonly value: string;
  readonly meaning: string;
}

/** What the values depend on. */
export interface Asked {
  readonly line: Line;
  readonly program: Command;
  /** Reads the claim set in use. */
  load(): Promise<Stories>;
}

/** The values of an option or argument, or the kind of path that it takes, which shells know by themselves. */
export type Values =
  | ((asked: Asked) => readonly Candidate[] | Promise<readonly Candidate[]>)
  | 'directories'
  | 'files';

/** By the name of the option or argument; those whose definition lists its choices need no entry. */
export const VALUES: Readonly<Record<string, Values>> = {
  about: async ({ load }) => {
    const stories = await load();
    return groupByEntity(stories, stories.claims, false).map(({ item: { id, name } }) => named(id, name));
  },
  saidBy: async ({ load }) => {
    const stories = await load();
    const sources = groupBySource(stories, stories.claims).map(({ item: { entity } }) => entity);
    return [
      named(OWN_VOICE, `${ownVoices(stories.articles)}, in its own voice`),
      ...sources.map(({ id, name }) => named(id, name)),
    ];
  },
  topic: async ({ load }) => {
    const stories = await load();
    return groupByTopic(stories, stories.claims, false).map(({ item: { id, name } }) => named(id, name));
  },
  article: async ({ load }) => {
    const { articles } = await load();
    return articles.map((article) => named(article.id, articleCitation(article)));
  },
  certainty: ({ line }) => joinedByCommas(line.typed, () => CERTAINTIES),
  stance: ({ line }) => joinedByCommas(line.typed, () => STANCES),
  fields: ({ line }) => {
    const { recordName, absent } = recordOf(line);
    const fields = fieldsOf(recordName, absent);
    return joinedByCommas(line.typed, (typed) => fields.filter((field) => isUnfolded(field, typed)));
  },
  refs: async ({ line, load }) => references(await load(), line.typed),
  command: ({ program }) => commandNames(program),
  data: 'directories',
  dir: 'directories',
  dirs: 'directories',
  text: 'files',
  draft: 'files',
};

export function commandNames(program: Command): Candidate[] {
  return commandsOf(program).map((command) =>
    named(command.name(), command.summary() || command.description()),
  );
}

const named = (value: string, meaning: string): Candidate => ({ value, meaning });

/**
 * Sentences, and the claims of one that is typed whole: spelt with the `s` or without, as typed. Who says a claim and
 * how sure comes before its text, since shells cut what is too long for them.
 */
function references(stories: Stories, typed: string): Candidate[] {
  const spelt = (id: string) => (/^\d/.test(typed) ? id.slice(1) : id);
  const sentences = groupBySentence(stories, stories.claims, false);
  return sentences
    .flatMap(({ item, claims }) => [
      named(item.id, `“${item.text}”`),
      ...claims.map((claim) => named(claim.id, `${qualifiersText(claim)}: ${claim.text}`)),
    ])
    .map(({ value, meaning }) => named(spelt(value), meaning))
    .filter(({ value }) => isUnfolded(value, typed));
}

/** Names with a dot wait until what is before it is typed: `s18` brings `s18.1`, `sentence` brings `sentence.text`. */
function isUnfolded(name: string, typed: string): boolean {
  return !name.includes('.') || name.startsWith(`${typed.replace(/\..*/s, '')}.`);
}

/** Each of the names that is not taken yet, after those that are; none after one that there is not. */
function joinedByCommas(typed: string, namesFor: (typed: string) => readonly string[]): Candidate[] {
  const taken = typed.split(',');
  const last = taken.pop() ?? '';
  if (!taken.every((name) => namesFor(name).includes(name))) return [];
  return namesFor(last)
    .filter((name) => !taken.includes(name))
    .map((name) => named([...taken, name].join(','), ''));
}

interface RecordFields {
  readonly recordName: RecordName;
  /** Fields of the record that are never there. */
  readonly absent: readonly string[];
}

/** What a command prints, where that is not plain claims; by what it lists, where it lists several things. */
const RECORDS: Readonly<Record<string, RecordFields>> = {
  search: hitView,
  quote: quotationView,
  article: sentenceView,
  check: checkView,
  entities: entityView,
  topics: topicView,
  sources: sourceView,
  sentences: sentenceView,
  articles: articleView,
};

function recordOf({ command, words: [what = ''] }: Line): RecordFields {
  const name = command.name() === 'list' ? what : command.name();
  return (Object.hasOwn(RECORDS, name) ? RECORDS[name] : undefined) ?? claimView;
}
