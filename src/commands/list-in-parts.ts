import type { Io } from '../io.ts';
import { type Claim, listed } from '../model.ts';
import { claimView } from '../render/claim-view.ts';
import type { FormatName } from '../render/format-names.ts';
import { renderedInParts } from '../render/in-parts.ts';
import type { ClaimOptions, LimitOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { fieldsAsked, type Presentation, printed } from './print.ts';
import { filteredClaims } from './select.ts';
import { claimsInParts } from './stories.ts';

type ListOptions = ClaimOptions<FormatName> & LimitOptions;

/** Lists more claims of an archive than can be held: the first of them, or all, each part written as it comes. */
export async function listInParts(
  options: ListOptions,
  output: Presentation<FormatName>,
  io: Io,
): Promise<Outcome> {
  const { limit } = options;
  const parts = passing(options, io);
  if (limit > 0) {
    const claims = await first(parts, limit);
    const note = `the first ${limit} claims; --limit 0 shows all`;
    return printed(claims.map(listed), claimView, output, [note]);
  }
  const fields = await fieldsAsked(output, claimView);
  const stdout = renderedInParts(hits(parts), claimView, output.format, fields, output.terminal);
  return { stdout, notes: [], code: 0 };
}

/** The claims that pass the filters, part by part. */
async function* passing(options: ListOptions, io: Io): AsyncGenerator<readonly Claim[]> {
  for await (const { stories, isOfPart } of await claimsInParts(options, io))
    yield filteredClaims(stories, options).filter(isOfPart);
}

async function first(parts: AsyncIterable<readonly Claim[]>, count: number): Promise<Claim[]> {
  const found: Claim[] = [];
  for await (const claims of parts) {
    found.push(...claims);
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}

async function* hits(parts: AsyncIterable<readonly Claim[]>) {
  for await (const claims of parts) yield claims.map(listed);
}
