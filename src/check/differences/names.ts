import type { Entity } from '../../model.ts';
import type { Mention } from '../mentions.ts';
import { wordsOf } from '../words.ts';
import type { Case, Found, Rule } from './difference.ts';

/** Another person or place than the article’s. */
export const nameRule: Rule = (checked) => [...foreign(checked), ...unknown(checked), ...mistaken(checked)];

const isPlace = ({ type }: Entity) => type === 'place';
const isPerson = ({ type }: Entity) => type === 'person';
const isSomebody = ({ type }: Entity) => type === 'person' || type === 'group' || type === 'organisation';

/** Entities of the claims told that the draft does not name. */
function unnamed(checked: Case): Entity[] {
  const { support, article } = checked;
  const { named } = checked.draft;
  const said = ` ${checked.draft.words.map(({ term }) => term).join(' ')} `;
  const isSaid = ({ name }: Entity) =>
    said.includes(
      ` ${wordsOf(name)
        .map(({ term }) => term)
        .join(' ')} `,
    );
  const told = support.told.slice(0, 3).flatMap(({ claim }) => claim.claim.entities);
  // A sentence may name whom no claim of it does.
  const written = support.sentences
    .slice(0, 1)
    .flatMap(({ sentence, words }) => article.names.mentionsIn(sentence.text, words))
    .flatMap(({ entities }) => [...entities]);
  return [...new Set([...told, ...written])].filter((entity) => !named.has(entity) && !isSaid(entity));
}

/** A name that the claim set knows, and these sentences do not have, in the place of one that they have. */
function foreign(checked: Case): Found[] {
  const { draft, support, article } = checked;
  const claim = support.told[0]?.claim.claim;
  if (!claim) return [];
  // A part of a name that several share, as “Kim”, is nobody’s in particular.
  const written = support.sentences.flatMap(({ sentence, words, claims }) =>
    article.names
      .mentionsIn(sentence.text, words)
      .filter(({ entities }) => entities.size === 1)
      .flatMap(({ entities }) => [...entities])
      .filter((entity) => !claims.some(({ claim: { entities } }) => entities.includes(entity))),
  );
  const home = new Set([...support.touched, ...written]);
  const publisher = claim.article.publisher ?? '';
  const isForeign = ({ entities }: Mention) =>
    ![...entities].some((entity) => home.has(entity) || publisher.includes(entity.name));
  return draft.mentions.filter(isForeign).flatMap((mention) => {
    const isOne = [...mention.entities].some(isPlace) ? isPlace : isSomebody;
    const missing = unnamed(checked).find(isOne);
    if (!missing || ![...mention.entities].some(isOne)) return [];
    return [differs(isOne === isPlace ? 'place' : 'person', mention, missing, claim)];
  });
}

/** A name that the article does not have at all. */
function unknown(checked: Case): Found[] {
  const { draft, support, article } = checked;
  const claim = support.told[0]?.claim.claim;
  if (!claim) return [];
  const names = draft.reading.names.filter(({ start, end, isFirst, words }) => {
    const isMentioned = draft.mentions.some((mention) => mention.start < end && start < mention.end);
    const isKnown = wordsOf(words).every(({ stem, isFunction }) => isFunction || article.has(stem));
    return !isMentioned && !isKnown && !(isFirst && !/\s/.test(words));
  });
  return names.flatMap((name) => {
    const isAt =
      /\b(?:in|at|to|from|near|outside|into|through|visit(?:ed|s)?|toward|towards)\s+(?:the\s+)?$/i.test(
        draft.text.slice(0, name.start),
      );
    const candidates = unnamed(checked);
    // “Wick Bay” is meant for “Wick Sands”.
    const own = new Set(wordsOf(name.words).map(({ stem }) => stem));
    const alike = candidates.find((entity) =>
      wordsOf(entity.name).some(({ stem, isCapital }) => isCapital && own.has(stem)),
    );
    const isOfPlaces = isAt || (candidates.some(isPlace) && !candidates.some(isPerson));
    const missing = alike ?? candidates.find((entity) => (isOfPlaces ? isPlace(entity) : isSomebody(entity)));
    const kind = (missing ? isPlace(missing) : isAt) ? 'place' : 'person';
    return [differs(kind, name, missing, claim)];
  });
}

/** A claim told of somebody or somewhere else in the same sentence: the father’s visits told of the son. */
function mistaken({ draft, support }: Case): Found[] {
  return draft.clauses.flatMap((clause) => {
    const told = support.told.filter(({ clauses }) => clauses.includes(clause));
    const [best] = told;
    if (!best || best.cover < 0.4) return [];
    const { claim } = best.claim;
    const near = told.filter(({ cover }) => cover >= best.cover / 2);
    const known = new Set(near.flatMap((each) => each.claim.claim.entities));
    const mentions = draft.mentions.filter(
      ({ start, isWhole }) => isWhole && clause.start <= start && start < clause.end,
    );
    const { subject } = claim;
    const here = draft.mentions.filter(({ start }) => clause.start <= start && start < clause.end);
    const isSubjectNamed = subject?.type !== 'person' || here.some(({ entities }) => entities.has(subject));
    const first = mentions.find(({ entities }) => [...entities].every(isPerson));
    const verb = Math.min(...best.words.map(({ start }) => start));
    // Whoever comes before the verb is told the claim of, so that it must be the claim’s subject.
    const teller = first && !isSubjectNamed && best.share >= 0.6 && first.end <= verb ? first : null;
    const isSource = ({ entities }: Mention) => claim.attribution.some(({ source }) => entities.has(source));
    return mentions
      .filter((mention) =>
        mention === teller ? !isSource(mention) : ![...mention.entities].some((entity) => known.has(entity)),
      )
      .flatMap((mention) => {
        const isOne = [...mention.entities].every(isPlace) ? isPlace : isPerson;
        const missing =
          mention === teller
            ? subject
            : claim.entities.find((entity) => isOne(entity) && !draft.named.has(entity));
        return missing && [...mention.entities].some(isOne)
          ? [differs(isOne === isPlace ? 'place' : 'person', mention, missing, claim)]
          : [];
      });
  });
}

function differs(
  kind: 'person' | 'place',
  said: Found['said'] & { words: string },
  article: Entity | undefined,
  claim: Found['claim'],
): Found {
  const message = article
    ? `the article says ${article.name} here, not “${said.words}”`
    : `the article does not name “${said.words}”`;
  return { kind, said, article: article?.name ?? null, message, claim };
}
