import { type Article, CERTAINTIES, type Claim } from '../model.ts';
import { ownVoice, sourcesOf } from '../spoken-of.ts';
import { yearsText } from '../years.ts';
import { timeText } from './dates.ts';
import { visible } from './sinks.ts';

/** Who says a claim, outermost first; the article's own voice is its publisher. */
export function speakersText(claim: Claim): string {
  const sources = sourcesOf(claim);
  return sources.length ? sources.map(({ name }) => name).join(' > ') : ownVoice(claim.article);
}

/** Who says a claim; the article's own voice says when it speaks: `The Associated Press, 2015`. */
export function voiceText(claim: Claim): string {
  const { issued } = claim.article;
  const isOwnVoice = sourcesOf(claim).length === 0;
  return `${speakersText(claim)}${isOwnVoice && issued ? `, ${yearsText(issued)}` : ''}`;
}

/** Who says it and how sure, in one line: `South Korean media > anonymous sources in Beijing · probable · “likely”`. */
export const qualifiersText = (claim: Claim): string => `${voiceText(claim)} · ${certaintyText(claim)}`;

/** Claims without which this one says too much, a line each: `with s24.2: Park Geun-hye stresses that …` */
export function reservationLines({ qualifiedBy }: Claim): string[] {
  return qualifiedBy.map(({ id, text }) => `with ${id}: ${text}`);
}

/** How sure, and what else a reader must know to take it right; what goes without saying (affirmed, asserted) is not said. */
export function certaintyText({
  attribution,
  certainty,
  hedge,
  polarity,
  stance,
  conditional,
  time,
}: Claim): string {
  const isUnsaid = attribution.some(
    ({ source, anonymous }) => anonymous && !SAYS_ANONYMOUS.test(source.name),
  );
  return [
    isUnsaid ? 'anonymous source' : '',
    certainty,
    hedge === null ? '' : `“${hedge}”`,
    polarity === 'negated' ? 'negated' : '',
    stance === 'asserted' ? '' : stance,
    conditional ? 'conditional' : '',
    time ? timeText(time) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Names that say by themselves that nobody is named. */
const SAYS_ANONYMOUS = /anonymous|unnamed|unidentified/i;

/** What to call an article among others. */
export const articleName = ({ title, id }: Article): string => title ?? id;

/** `Talmadge, The Associated Press, January to May 8, 2015 (inferred)` */
export const articleCitation = (article: Article): string => citationParts(article).join(', ');

export function citationParts(article: Article): string[] {
  const authors = article.author.map(
    ({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '),
  );
  return [
    authors.join(' and '),
    article.title === null ? '' : `“${article.title}”`,
    article.publisher ?? '',
    article.issued ? timeText(article.issued) : 'undated',
  ].filter(Boolean);
}

/** The same with the place of a sentence: `…, paragraph 3, s4` */
export function citationText({ article, sentence: { paragraph, id } }: Claim): string {
  return `${articleCitation(article)}, paragraph ${paragraph}, ${id}`;
}

/** A claim to paste elsewhere: its sentence, what it says, who says it, how sure, and the citation, a line each. */
export function quotationText(claim: Claim): string {
  return [
    quotationMarks(claim.sentence.text).join(claim.sentence.text),
    claim.text,
    ...reservationLines(claim),
    qualifiersText(claim),
    citationText(claim),
  ]
    .map(visible)
    .join('\n');
}

/**
 * The marks around a sentence that is quoted: none where it begins or ends with marks of its own, which would stand there
 * twice.
 */
export const quotationMarks = (text: string): readonly [open: string, close: string] =>
  /^["“„«]|["”»]$/.test(text) ? ['', ''] : ['“', '”'];

/** `1 claim`, `4 claims` */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `2 claims: 1 certain, 1 probable`, `1 claim, probable` */
export function countsText(claims: readonly Claim[]): string {
  const kinds = CERTAINTIES.flatMap((certainty) => {
    const number = claims.filter((claim) => claim.certainty === certainty).length;
    return number ? [{ certainty, number }] : [];
  });
  const all = counted(claims.length, 'claim');
  const [only] = kinds;
  if (kinds.length > 1)
    return `${all}: ${kinds.map(({ certainty, number }) => `${number} ${certainty}`).join(', ')}`;
  return only ? `${all}, ${only.certainty}` : all;
}
