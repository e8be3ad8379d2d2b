/** A half-open stretch of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a clause of an English sentence ends and the next begins, roughly. */
const BORDER =
  /[;:—–()]|\s-\s|,(?=\s+(?:and|but|or|which|who|whose|whom|where|when|while|although|though|because|since|so|yet|as|after|before|with|in|having|[\p{L}]+ing)\b)|,(?!\s\d{4}\b)(?=["”]?\s)|(?<=\p{L})\s(?=(?:who|whose)\s)|\s(?=(?:but|although|though|while|whereas|because|unless|when|after)\s)|(?<=\p{L})\s(?=and\s+(?:(?:that|he|she|it|they|has|have|is|are|was|were|will|would|may|does|did|not|the|\p{Lu}[\p{L}-]+\s+(?:has|had|is|was|will|would|may|did|does|went|\p{L}+ed|\p{L}+s))\b))/gu;

/** The clauses of a sentence, in order, none of them empty. Commas and conjunctions part them, whatever they join. */
export function clausesOf(text: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const { index } of text.matchAll(BORDER)) {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, index))) {
      ranges.push({ start, end: index });
      start = index;
    }
  }
  if (/[\p{L}\p{N}]/u.test(text.slice(start)) || ranges.length === 0)
    ranges.push({ start, end: text.length });
  return withInsertions(ranges, text);
}

/** “The satellite, worth $310 million, is lost” is one clause: what is set off tells nothing by itself. */
function withInsertions(clauses: readonly Range[], text: string): Range[] {
  const joined: Range[] = [];
  for (const clause of clauses) {
    const [before, inserted] = joined.slice(-2);
    const isInserted = inserted && INSERTED.test(text.slice(inserted.start, inserted.end));
    if (before && isInserted && GOES_ON.test(text.slice(clause.start, clause.end)))
      joined.splice(-2, 2, { start: before.start, end: clause.end });
    else joined.push(clause);
  }
  return joined;
}

const INSERTED = /^,\s(?!(?:who|which|whose|whom|where|and|but|or|so|yet)\b)/i;
const GOES_ON = /^,\s(?:is|are|was|were|has|have|had|will|would|may|might|could|can)\b/i;
