import { yearEdtf } from '../edtf.ts';
import { type Article, CERTAINTIES, OWN_VOICE, STANCES, type Stories } from '../model.ts';
import { boundsOf, rowsOf, type Years } from '../render/html/time-picture.ts';
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
}

export function facetsOf({ articles, claims, entities, topics }: Stories): Facet[] {
  const sources = new Set(claims.flatMap(sourcesOf));
  const people = new Set(claims.flatMap(spokenOf).filter(({ type }) => type === 'person'));
  const spoken = new Set(claims.flatMap((claim) => claim.topics));
  const choice = (name: string, value: string, label = value): Choice => ({
    label,
    filters: [[name, value]],
  });
  return [
    {
      name: 'Story',
      choices:
        articles.length > 1
          ? articles.map((article) => choice('article', article.id, articleName(article)))
          : [],
    },
    {
      name: 'Who says it',
      choices: [
        choice('said-by', OWN_VOICE, ownVoiceOf(articles)),
        ...entities
          .filter((entity) => sources.has(entity))
          .map(({ id, name }) => choice('said-by', id, name)),
      ],
    },
    { name: 'How sure', choices: CERTAINTIES.map((certainty) => choice('certainty', certainty)) },
    { name: 'Time', choices: rowsOf(claims.flatMap(({ time }) => time ?? [])).map(yearsChoice) },
    {
      name: 'Person',
      choices: entities
        .filter((entity) => people.has(entity))
        .map(({ id, name }) => choice('about', id, name)),
    },
    {
      name: 'Topic',
      choices: topics.filter((topic) => spoken.has(topic)).map(({ id, name }) => choice('topic', id, name)),
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
    },
  ];
}

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
