import {
  type Article,
  type Claim,
  type ClaimSet,
  type Entity,
  type EntityType,
  OWN_VOICE,
} from '../model.ts';
import { hashName } from './annotations.ts';
import type { Json, JsonRecord } from './records.ts';
import { toJson } from './sinks.ts';
import { qualifiersText } from './wording.ts';

/** The claims as schema.org `Claim`s (https://schema.org/Claim), which fact-checking tools and search engines read. */
export const renderSchemaOrg = (claimSets: readonly ClaimSet[]): string =>
  `${toJson(schemaOrg(claimSets), 2)}\n`;

/** Articles and their claims as one graph. */
function schemaOrg(claimSets: readonly ClaimSet[]): JsonRecord {
  return {
    '@context': 'https://schema.org',
    '@graph': claimSets.flatMap(({ article, claims }) => {
      const source = hashName(article.text);
      return [articleNode(article, source), ...claims.map((claim) => claimNode(claim, source))];
    }),
  };
}

/**
 * The same for the head of a page, where a claim is named by its anchor and a speaker by the link to all that they say, once for
 * all their claims; what the page says beside it is left out.
 */
export function schemaOrgOfPage({ article, claims }: ClaimSet): JsonRecord {
  const linkTo = (id: string) => ({ '@id': `#said-by=${id}` });
  const speakers = new Set(claims.flatMap(({ attribution }) => attribution.at(-1)?.source ?? []));
  const voice = articleVoice(article);
  const publisher = voice && linkTo(OWN_VOICE);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      present({
        ...articleNode(article, '#article'),
        publisher,
        // Each of them appears in it.
        '@reverse': {
          appearance: claims.map((claim) => {
            const speaker = claim.attribution.at(-1)?.source;
            return present({
              '@type': 'Claim',
              '@id': `#${claim.id}`,
              text: claim.text,
              description: qualifiersText(claim),
              author: speaker ? linkTo(speaker.id) : publisher,
              temporalCoverage: coverageOf(claim),
            });
          }),
        },
      }),
      ...(voice ? [{ ...linkTo(OWN_VOICE), ...voice }] : []),
      ...[...speakers].map((speaker) => ({ ...linkTo(speaker.id), ...speakerNode(speaker) })),
    ],
  };
}

function articleNode(article: Article, source: string): JsonRecord {
  const { title, author, publisher, language, url, issued } = article;
  return present({
    '@type': article.type === 'article-newspaper' ? 'NewsArticle' : 'Article',
    '@id': source,
    headline: title,
    author: author.map(({ literal, given, family }) => ({
      '@type': literal === undefined ? 'Person' : 'Organization',
      name: literal ?? [given, family].filter(Boolean).join(' '),
    })),
    publisher: publisher === null ? null : { '@type': 'Organization', name: publisher },
    datePublished: issued && sharedDate(issued),
    inLanguage: language,
    url,
  });
}

function claimNode(claim: Claim, source: string): JsonRecord {
  const { article, attribution, quote } = claim;
  const speaker = attribution.at(-1)?.source;
  return present({
    '@type': 'Claim',
    '@id': `${source}#${claim.id}`,
    text: claim.text,
    // There is no term for relays, certainty or hedges; this says them in words.
    description: qualifiersText(claim),
    author: speaker ? speakerNode(speaker) : articleVoice(article),
    datePublished: article.issued && sharedDate(article.issued),
    appearance: { '@type': 'Quotation', text: quote.exact, isPartOf: { '@id': source } },
    about: claim.entities.map(({ name, type }) => ({ '@type': THING[type], name })),
    keywords: claim.topics.map(({ name }) => name),
    temporalCoverage: coverageOf(claim),
    inLanguage: article.language,
  });
}

/** What is one of a set covers no time. */
const coverageOf = ({ time }: Claim): string | null =>
  time && !time.edtf.startsWith('[') ? time.edtf : null;

const speakerNode = ({ name, type }: Entity): JsonRecord => ({
  '@type': type === 'person' ? 'Person' : 'Organization',
  name,
});

const articleVoice = ({ publisher }: Article): JsonRecord | null =>
  publisher === null ? null : { '@type': 'Organization', name: publisher };

const THING: Record<EntityType, string> = {
  person: 'Person',
  group: 'Thing',
  place: 'Place',
  organisation: 'Organization',
  event: 'Event',
  work: 'CreativeWork',
};

/** As much of a date as its first and last day share: `2015` of January to May 8, 2015; null where they share no year. */
function sharedDate({
  earliest,
  latest,
}: {
  readonly earliest: string | null;
  readonly latest: string | null;
}): string | null {
  if (earliest === null || latest === null) return null;
  if (earliest === latest) return earliest;
  const [first, last] = [earliest, latest].map((day) => day.split(/(?<=\d)-/));
  const shared = (first ?? [])
    .slice(0, 2)
    .filter((part, at) => last?.slice(0, at + 1).join() === first?.slice(0, at + 1).join() && part);
  return shared.length ? shared.join('-') : null;
}

/** A property without a value is left out. */
const present = (record: Readonly<Record<string, Json>>): JsonRecord =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
