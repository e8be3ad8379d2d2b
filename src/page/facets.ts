import { yearEdtf } from '../edtf.ts';
import {
  type Article,
  CERTAINTIES,
  type Claim,
  type Entity,
  OWN_VOICE,
  STANCES,
  type Stories,
  type Topic,
} from '../model.ts';
import { boundsOf, overlap, rowsOf, type Years, yearsOf } from '../render/html/time-picture.ts';
import { articleName } from '../render/wording.ts';
import { ownVoice, sourcesOf, spokenOf } from '../spoken-of.ts';
import { yearsText } from '../years.ts';
import type { Filter } from './state.ts';

/** Filters that stand for one thing, such as a year, which has a first and a last day. */
export interface Choice {
  readonly label: string;
  readonly filters: readonly Filter[];
}

/** One way to part the claims. */
export interface Facet {
  readonly name: string;
  readonly choices: readonly Choice[];
  /** Of each choice that a claim passes, the first filter; all claims are counted in one go by it. */
  passedBy(claim: Claim): Filter[];
}

/** Short ones first, so that a phone shows several at once. */
export function facetsOf({ articles, claims, entities, topics }: Stories): Facet[] {
  const sources = new Set(claims.flatMap(sourcesOf));
  const people = new Set(claims.flatMap(spokenOf).filter(isPerson));
  const spoken = new Set(claims.flatMap((claim) => claim.topics));
  const rows = rowsOf(claims.flatMap(({ time }) => time ?? []));
  return [
    {
      name: 'How sure',
      choices: CERTAINTIES.map((certainty) => choice('certainty', certainty)),
      passedBy: ({ certainty }) => [['certainty', certainty]],
    },
    {
      name: 'Time',
      choices: rows.map(yearsChoice),
      passedBy({ time }) {
        const own = time && yearsOf(time);
        return own
          ? rows.filter((years) => overlap(own, years)).map(({ first }) => ['from', yearEdtf(first)])
          : [];
      },
    },
    {
      name: 'Who says it',
      choices: [
        choice('said-by', OWN_VOICE, ownVoiceOf(articles)),
        ...entities
          .filter((entity) => sources.has(entity))
          .map(({ id, name }) => choice('said-by', id, name)),
      ],
      passedBy: (claim) =>
        claim.attribution.length ? byIds('said-by', sourcesOf(claim)) : [['said-by', OWN_VOICE]],
    },
    {
      name: 'Person',
      choices: entities
        .filter((entity) => people.has(entity))
        .map(({ id, name }) => choice('about', id, name)),
      passedBy: (claim) => byIds('about', spokenOf(claim).filter(isPerson)),
    },
    {
      name: 'Topic',
      choices: topics.filter((topic) => spoken.has(topic)).map(({ id, name }) => choice('topic', id, name)),
      passedBy: (claim) => byIds('topic', claim.topics),
    },
    {
      name: 'Kind',
      choices: [
        ...STANCES.map((stance) => choice('stance', stance)),
        choice('polarity', 'negated'),
        choice('conditional', 'yes', 'conditional'),
        choice('hedged', 'yes', 'hedged'),
        choice('anonymous', 'yes', 'from an unnamed source'),
      ],
      passedBy: ({ stance, polarity, conditional, hedge, attribution }) => [
        ['stance', stance],
        ['polarity', polarity],
        ...(conditional ? [yes('conditional')] : []),
        ...(hedge === null ? [] : [yes('hedged')]),
        ...(attribution.some(({ anonymous }) => anonymous) ? [yes('anonymous')] : []),
      ],
    },
    {
      name: 'Story',
      choices:
        articles.length > 1
          ? articles.map((article) => choice('article', article.id, articleName(article)))
          : [],
      passedBy: ({ article }) => [['article', article.id]],
    },
  ];
}

const choice = (name: string, value: string, label = value): Choice => ({ label, filters: [[name, value]] });

const isPerson = ({ type }: Entity) => type === 'person';

/** A claim may have the same source, or speak of the same person, twice. */
const byIds = (name: string, items: readonly (Entity | Topic)[]): Filter[] =>
  [...new Set(items.map(({ id }) => id))].map((id) => [name, id]);

const yes = (name: string): Filter => [name, 'yes'];

const ownVoiceOf = (articles: readonly Article[]): string => {
  const voices = new Set(articles.map(ownVoice));
  return voices.size === 1 ? `${[...voices]}, in its own voice` : 'the articles, in their own voice';
};

function yearsChoice(years: Years): Choice {
  const { first, last } = years;
  return {
    label: yearsText(boundsOf(years)),
    filters: [
      ['from', yearEdtf(first)],
      ['to', yearEdtf(last)],
    ],
  };
}
