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
  return ranges;
}
