// @ts-check
// Any number of stories, made of the sentences of the two that come with kimtrip. Each takes some sentences with their claims in any
// order, moves all years by the same number, and says other words for its own: a word keeps standing for the same one, so that quotes
// stay verbatim and a story repeats its words as stories do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './random.js';

const SEED = 2015;
const SENTENCES = 28;
/** This share of the words stays as it is; the others are drawn from a made-up vocabulary, the one of rank r as often as 1/r (Zipf). */
const KEPT = 0.3;
const VOCABULARY = 300_000;
/** People and places: each story takes one of so many casts, again by Zipf; the first is that of the shipped stories. */
const CASTS = 1000;
const FEWEST_LETTERS = 4;

const MODELS = ['kim-trip', 'harbour-story'].map(readModel);
/** Words that say how sure, who or when, and those that any text is full of. */
const STAYING = new Set(
  `the and for not his her she who two can may won about after again also because been before being could does doing down during from have having here himself into itself just more most much
  only other over said same says shall should some such than that their them then there these they this those through told under until upon
  were what when where whether which while whom whose will with within would your media media’s anonymous sources reports reported
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday first last year years week month today yesterday tomorrow ${MODELS.flatMap(({ claims }) => claims)
    .map(({ hedge }) => hedge ?? '')
    .join(' ')
    .toLowerCase()}`.split(/\s+/),
);
const NAME_WORDS = new Set(
  MODELS.flatMap(({ entities }) => entities)
    .flatMap(({ name, aliases = [] }) => [name, ...aliases])
    .flatMap((name) => name.match(/\p{Lu}[\p{L}]{2,}/gu) ?? [])
    .map((word) => word.toLowerCase()),
);

function readModel(id) {
  const at = (file) => fileURLToPath(new URL(`../data/${id}/${file}`, import.meta.url));
  const document = JSON.parse(readFileSync(at('claims.json'), 'utf8'));
  const sentences = readFileSync(at('article.txt'), 'utf8').split('\n').filter(Boolean);
  return { ...document, id, sentences };
}

/** Writes stories into a folder until they have so many claims; the same numbers make the same stories. */
export function writeStories(folder, claims) {
  let written = 0;
  for (let number = 1; written < claims; number += 1) {
    const story = madeUpStory(number, claims - written);
    const path = join(folder, `story-${String(number).padStart(5, '0')}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'article.txt'), story.article);
    writeFileSync(join(path, 'claims.json'), JSON.stringify(story.document));
    written += story.document.claims.length;
  }
}

/** @param most how many claims it may have */
function madeUpStory(number, most) {
  const random = randomFrom(SEED + number);
  const sentences = shuffled(
    MODELS.flatMap((model) => model.sentences.map((text, at) => ({ model, text, id: `s${at + 1}` }))),
    random,
  ).slice(0, SENTENCES);
  const say = otherWords(random);
  const ids = new Map();
  const idFor = (kind, { id, name }) => {
    const key = `${kind} ${id}`;
    const said = say(name);
    if (!ids.has(key)) ids.set(key, said === name ? id : slug(said) || id);
    return ids.get(key);
  };
  const entityOf = new Map(MODELS.flatMap(({ entities }) => entities).map((each) => [each.id, each]));
  const topicOf = new Map(MODELS.flatMap(({ topics }) => topics).map((each) => [each.id, each]));
  const entityId = (id) => idFor('entity', entityOf.get(id));
  const unique = (list) => [...new Set(list)];
  const used = { entities: new Set(), topics: new Set() };
  const claims = sentences.flatMap(({ model, id }, at) => {
    const renumbered = (claim) => claim.replace(`${id}.`, `s${at + 1}.`);
    const own = model.claims.filter((claim) => claim.id.startsWith(`${id}.`));
    return own.map((claim) => {
      const sources = (claim.attribution ?? []).map(({ source }) => source);
      for (const entity of [...(claim.entities ?? []), ...sources, claim.subject]) used.entities.add(entity);
      for (const topic of claim.topics ?? []) used.topics.add(topic);
      return {
        ...claim,
        id: renumbered(claim.id),
        text: say(claim.text),
        quote: say(claim.quote),
        hedge: claim.hedge && say(claim.hedge),
        subject: claim.subject && entityId(claim.subject),
        entities: unique((claim.entities ?? []).map(entityId)),
        topics: unique((claim.topics ?? []).map((topic) => idFor('topic', topicOf.get(topic)))),
        attribution: (claim.attribution ?? []).map((each) => ({ ...each, source: entityId(each.source) })),
        time: claim.time && {
          ...claim.time,
          edtf: say(claim.time.edtf),
          text: say(claim.time.text),
          ...(claim.time.basis ? { basis: say(claim.time.basis) } : {}),
        },
        keywords: unique((claim.keywords ?? []).map(say)),
        qualifiedBy: (claim.qualifiedBy ?? []).map(renumbered),
      };
    });
  });
  const named = (kind, list, of) => {
    const known = new Map();
    for (const id of used[kind]) {
      const item = of.get(id);
      if (!item) continue;
      const own = idFor(list, item);
      if (!known.has(own)) known.set(own, { ...item, id: own, name: say(item.name) });
      if (item.aliases) known.get(own).aliases = unique(item.aliases.map(say));
      if (item.description) known.get(own).description = say(item.description);
    }
    return [...known.values()];
  };
  const kept = claims.slice(0, most);
  const there = new Set(kept.map(({ id }) => id));
  const { article } = MODELS[0];
  return {
    article: sentences.map(({ text }, at) => `${say(text)}\n${at % 2 ? '\n' : ''}`).join(''),
    document: {
      article: { ...article, issued: { ...article.issued, edtf: say(article.issued.edtf) } },
      entities: named('entities', 'entity', entityOf),
      topics: named('topics', 'topic', topicOf),
      claims: kept.map((claim) => ({
        ...claim,
        qualifiedBy: claim.qualifiedBy.filter((id) => there.has(id)),
      })),
    },
  };
}

/** Says the words of one story for those of the models. */
function otherWords(random) {
  const years = Math.floor(random() * 20);
  const cast = zipf(random, CASTS);
  const said = new Map();
  const otherFor = (word) => {
    if (!/^\p{L}+$/u.test(word) || STAYING.has(word)) return word;
    if (NAME_WORDS.has(word)) return cast === 0 ? word : madeUpWord(hash(word, cast) % 2_000_000);
    if (word.length < FEWEST_LETTERS || random() < KEPT) return word;
    return madeUpWord(zipf(random, VOCABULARY));
  };
  return (text) =>
    text.replace(/\p{L}{3,}|\b(?:19|20)\d\d\b/gu, (typed) => {
      if (/\d/.test(typed)) return String(Number(typed) - years);
      const word = typed.toLowerCase();
      if (!said.has(word)) said.set(word, otherFor(word));
      const other = said.get(word);
      return typed === word ? other : typed[0] === word[0] ? typed : other[0].toUpperCase() + other.slice(1);
    });
}

/** A rank from 0, the one of r about as often as 1/(r + 1). */
const zipf = (random, ranks) => Math.floor((ranks + 1) ** random()) - 1;

const SYLLABLES = ['', 'n', 'r', 's', 'l'].flatMap((end) =>
  [...'bdfghjklmnprstvwz'].flatMap((first) => [...'aeiou'].map((vowel) => first + vowel + end)),
);

/** Frequent words are short; most letters in a row are no word, as in a language. */
function madeUpWord(rank) {
  const syllables = rank < 2000 ? 2 : 3;
  return Array.from(
    { length: syllables },
    (_, at) => SYLLABLES[hash(`${rank} ${at}`, 1) % SYLLABLES.length],
  ).join('');
}

/** FNV-1a, with a last mix. */
function hash(text, seed) {
  let value = 2166136261 ^ seed;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

function shuffled(list, random) {
  const rest = [...list];
  return list.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0]);
}

const slug = (name) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
