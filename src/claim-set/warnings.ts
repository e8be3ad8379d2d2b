import { boundsOf } from '../edtf.ts';
import type { Sentence } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import { type Reading, read } from '../reading/read.ts';
import type { ArticleText } from './article-text.ts';
import { type ClaimDocument, type ClaimSetDocument, sentenceIdOf } from './document.ts';
import { type Fault, type Finding, MOST_FAULTS } from './fault.ts';
import { changesBetween } from './rules/alignment.ts';
import { pronoun, relativeTime } from './rules/anchors.ts';
import { appearance } from './rules/appearances.ts';
import { addedWord, droppedWord } from './rules/carried.ts';
import { addedCause } from './rules/causes.ts';
import * as conditions from './rules/conditions.ts';
import type { ClaimInContext, Question, ReadClaim, Rule } from './rules/context.ts';
import { doneAlready } from './rules/done.ts';
import { cutExtent, extent } from './rules/extents.ts';
import * as facts from './rules/facts.ts';
import { counted, roughFigure } from './rules/figures.ts';
import * as hedges from './rules/hedges.ts';
import * as intentions from './rules/intentions.ts';
import { leftOut } from './rules/left-out.ts';
import { nearestDate } from './rules/nearest-dates.ts';
import * as negations from './rules/negations.ts';
import { halfDenied } from './rules/neither.ts';
import { oppositeWord } from './rules/opposites.ts';
import { otherFigure, replacedName } from './rules/other-names.ts';
import { otherModal, otherWord, surerVerb } from './rules/other-words.ts';
import { putIn } from './rules/put-in.ts';
import { qualifier } from './rules/qualifiers.ts';
import { swappedNames, swappedRoles } from './rules/roles.ts';
import { swappedSides } from './rules/sides.ts';
import { cutSpeaker, lostSpeaker, textSpeaker, unnamedSpeaker } from './rules/speakers.ts';
import { surerText } from './rules/surer.ts';
import { bare, foldName, wordsOf } from './rules/terms.ts';
import * as times from './rules/times.ts';
import { uncarried } from './rules/uncarried.ts';
import { ambiguousQuote, placeOf, wholeSentence, wordBoundary } from './rules/words.ts';

/** Rules for any language. */
const RULES: readonly Rule[] = [
  wordBoundary,
  ambiguousQuote,
  wholeSentence,
  hedges.certainHedge,
  times.year,
  times.inferredYear,
];

/** Rules that read English words. */
const ENGLISH_RULES: readonly Rule<ReadClaim>[] = [
  hedges.cutHedge,
  hedges.unaccountedHedge,
  hedges.foreignHedge,
  surerText,
  hedges.otherHedge,
  hedges.weakHedge,
  hedges.certainText,
  appearance,
  negations.cutNegation,
  negations.polarity,
  negations.addedRefusal,
  conditions.condition,
  intentions.intention,
  intentions.lostIntention,
  intentions.lostObligation,
  lostSpeaker,
  cutSpeaker,
  unnamedSpeaker,
  textSpeaker,
  extent,
  cutExtent,
  roughFigure,
  counted,
  addedCause,
  qualifier,
  swappedNames,
  swappedRoles,
  oppositeWord,
  facts.number,
  facts.date,
  times.dayOfTime,
  times.openTime,
  times.relativeYear,
  times.relativeDay,
  nearestDate,
  facts.name,
  facts.otherName,
  facts.entities,
  facts.subject,
  facts.unknownName,
  pronoun,
  relativeTime,
  addedWord,
  droppedWord,
  uncarried,
  leftOut,
  putIn,
  otherModal,
  otherFigure,
  replacedName,
  otherWord,
  surerVerb,
  doneAlready,
  swappedSides,
  halfDenied,
];

/** The names that `checked` can answer. */
export const ANSWERABLE_RULES: readonly string[] = [...RULES, ...ENGLISH_RULES].map(({ name }) => name);

/** So many claims of a sentence are held against each other. */
const MOST_CLAIMS = 200;

/** So many sentences back something may have been named. */
const MOST_SENTENCES = 10;

/** Longer sentences and texts are not read, in characters. */
const LONGEST = 5_000;

/**
 * What breaks no rule, and yet is a slip more often than not: a claim that may read surer than its words, or hides who
 * says it. Claims with faults are passed over. At most {@link MOST_FAULTS}.
 */
export function warningsOf(
  document: ClaimSetDocument,
  faults: readonly Fault[],
  { sentences }: ArticleText,
): Finding[] {
  const faulty = faultyParts(faults);
  if (faulty === null) return [];
  if (document.claims.length === 0)
    return faults.length ? [] : [{ path: 'claims', message: 'holds no claim yet', rule: 'no-claims' }];
  const sound = document.claims
    .map((claim, index) => ({ path: `claims[${index}]`, claim }))
    .filter(({ path }) => !faulty.has(path));
  const contextOf = contextsIn(document, faulty, sentences);
  const isEnglish = /^en\b/i.test(document.article.language ?? 'en');
  const readingOf = new Map<Sentence, Reading>();
  const all: Finding[] = document.entities.flatMap((entity, index) =>
    !faulty.has(`entities[${index}]`) && entity.draft
      ? [
          {
            path: `entities[${index}].draft`,
            message: 'is true: its type is a guess; give it the right one, and take "draft" away',
            rule: 'draft',
          },
        ]
      : [],
  );
  for (const { path, claim } of sound) {
    const findings: Finding[] = [];
    const context = contextOf(claim);
    if (!context) continue;
    const ask = <T>(rules: readonly Rule<T>[], given: T) => {
      for (const rule of rules)
        for (const question of rule.ask(given)) findings.push(findingOf(path, rule.name, question));
    };
    if (claim.draft) {
      all.push({
        path: `${path}.draft`,
        message: 'is true: read the claim against its sentence, finish it, and take "draft" away',
        rule: 'draft',
      });
      continue;
    }
    ask(RULES, context);
    if (isEnglish && Math.max(context.sentence.text.length, claim.text.length) > LONGEST)
      findings.push({
        path,
        message: `is longer than ${LONGEST} characters, so its words are not read`,
        rule: 'long',
      });
    else if (isEnglish) {
      const reading = readingOf.get(context.sentence) ?? read(context.sentence.text);
      readingOf.set(context.sentence, reading);
      ask(ENGLISH_RULES, {
        ...context,
        reading,
        said: read(claim.text),
        changes: changesBetween(context.sentence.text, claim.text),
      });
    }
    all.push(...unanswered(findings, claim, path));
    if (all.length > MOST_FAULTS) break;
  }
  return [...all, ...alike(sound), ...unused(document, faults)].slice(0, MOST_FAULTS);
}

/** The findings that `checked` does not answer, and the answers that give no reason or answer nothing. */
function unanswered(findings: readonly Finding[], { checked }: ClaimDocument, path: string): Finding[] {
  const ruleOf = (answer: string) => answer.split(':', 1)[0];
  const answered = new Set(checked.map(ruleOf));
  const asked = new Set(findings.map(({ rule }) => rule));
  const answers = checked.flatMap((answer, index) => {
    const rule = ruleOf(answer) ?? '';
    const place = { path: `${path}.checked[${index}]`, rule: 'checked' };
    if (!ANSWERABLE_RULES.includes(rule))
      return [
        { ...place, message: `answers ${rule}, which is no rule${didYouMean(rule, ANSWERABLE_RULES)}` },
      ];
    if (!asked.has(rule)) return [{ ...place, message: `answers ${rule}, which asks nothing here` }];
    if (answer === rule) return [{ ...place, message: `gives no reason; write “${rule}: why”` }];
    return [];
  });
  return [...findings.filter(({ rule }) => !answered.has(rule)), ...answers];
}

const findingOf = (path: string, rule: string, { field, message }: Question): Finding => ({
  path: `${path}.${field}`,
  message,
  rule,
});

/** The parts that have faults, such as `claims[3]`; null where one of them is a whole list. */
function faultyParts(faults: readonly Fault[]): ReadonlySet<string> | null {
  const parts = new Set(faults.map(({ path }) => /^[^.[]*(?:\[\d+\])?/.exec(path)?.[0] ?? ''));
  return ['', 'article', 'entities', 'topics', 'claims'].some((part) => parts.has(part)) ? null : parts;
}

function contextsIn(
  document: ClaimSetDocument,
  faulty: ReadonlySet<string>,
  sentences: readonly Sentence[],
): (claim: ClaimDocument) => ClaimInContext | null {
  const indexOf = new Map(sentences.map(({ id }, index) => [id, index]));
  const entities = document.entities
    .filter((_, index) => !faulty.has(`entities[${index}]`))
    .map(({ id, name, aliases, type, description }) => {
      const names = [name, ...aliases];
      return { id, names, type, description, folded: names.map(foldName) };
    });
  const { publisher } = document.article;
  const wordsOfNames = new Set(
    [...entities.flatMap(({ names }) => names), publisher ?? ''].flatMap(wordsOf).map(bare),
  );
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  const { issued } = document.article;
  const issuedBounds = issued && boundsOf(issued.edtf);
  const claimsOf = new Map<string, ClaimDocument[]>();
  for (const claim of document.claims) {
    const id = sentenceIdOf(claim);
    const others = claimsOf.get(id);
    if (!others) claimsOf.set(id, [claim]);
    else if (others.length < MOST_CLAIMS) others.push(claim);
  }
  return (claim) => {
    const index = indexOf.get(sentenceIdOf(claim)) ?? -1;
    const sentence = sentences[index];
    return sentence
      ? {
          claim,
          sentence,
          before: sentences[index - 1] ?? null,
          paragraph: sentences
            .slice(Math.max(0, index - MOST_SENTENCES), index + 1)
            .filter((each, at, all) => each.paragraph === sentence.paragraph || at === all.length - 2)
            .map(({ text }) => text)
            .join(' '),
          quote: placeOf(claim.quote, sentence.text),
          bounds: claim.time && boundsOf(claim.time.edtf),
          issued: issuedBounds,
          ofSentence: claimsOf.get(sentence.id) ?? [],
          publisher,
          namesOf: (id) => entityOf.get(id)?.names ?? [],
          descriptionOf: (id) => entityOf.get(id)?.description ?? '',
          typeOf: (id) => entityOf.get(id)?.type ?? null,
          entities,
          wordsOfNames,
        }
      : null;
  };
}

/** Claims with the same text, or with the same quote and the same words in another order. */
function alike(claims: readonly { readonly path: string; readonly claim: ClaimDocument }[]): Finding[] {
  const first = new Map<string, string>();
  return claims.flatMap(({ path, claim }) => {
    const words = claim.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const keys = [words.join(' '), [sentenceIdOf(claim), claim.quote, ...[...words].sort()].join('\n')];
    const earlier = keys.map((key) => first.get(key)).find((each) => each !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, path);
    return earlier === undefined
      ? []
      : [{ path: `${path}.text`, message: `says the same as ${earlier}`, rule: 'alike' }];
  });
}

/** Entities and topics that no claim has. A claim with faults may have them. */
function unused({ entities, topics, claims }: ClaimSetDocument, faults: readonly Fault[]): Finding[] {
  if (faults.length) return [];
  const used = new Set(
    claims.flatMap((claim) => [
      claim.subject,
      ...claim.entities,
      ...claim.topics,
      ...claim.attribution.map(({ source }) => source),
    ]),
  );
  const of = (list: string, all: readonly { readonly id: string }[]) =>
    all.flatMap(({ id }, index) =>
      used.has(id)
        ? []
        : [{ path: `${list}[${index}]`, message: `is ${id}, which no claim has`, rule: 'unused' }],
    );
  return [...of('entities', entities), ...of('topics', topics)];
}

/** Sentences without a claim. What a sentence lacks may stand in a claim with faults. */
export function sentenceWarnings(
  { claims }: ClaimSetDocument,
  faults: readonly Fault[],
  { sentences, lines }: ArticleText,
): Fault[] {
  if (faults.length || claims.length === 0) return [];
  const claimed = new Set(claims.map(sentenceIdOf));
  return sentences.flatMap(({ id }, index) =>
    claimed.has(id)
      ? []
      : [
          {
            file: 'article.txt',
            line: lines[index] ?? 1,
            id,
            path: id,
            message: 'has no claim',
            rule: 'unclaimed-sentence',
            severity: 'warning',
          },
        ],
  );
}
