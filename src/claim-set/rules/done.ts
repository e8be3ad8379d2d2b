import type { ReadClaim, Rule } from './context.ts';
import { placedWords } from './terms.ts';

/** What was meant, asked or said to come, told as done: “would ask” as “has asked”, “vowed to call” as “called”. */
export const doneAlready: Rule<ReadClaim> = {
  name: 'done',
  ask: (context) => {
    const done = perfectOf(context) ?? pastOf(context);
    return done
      ? [{ field: 'text', message: `says “${done.own}”, and its sentence says “${done.theirs}”` }]
      : [];
  },
};

interface Done {
  readonly own: string;
  readonly theirs: string;
}

/** “has asked”, where the sentence says “ask” of what is to come alone. */
function perfectOf({ said, reading }: ReadClaim): Done | null {
  const words = placedWords(reading.text);
  for (const { 0: own, 1: verb = '', index } of said.text.matchAll(PERFECT)) {
    const there = words.filter(({ stem }) => stem === placedWords(verb)[0]?.stem);
    const [first] = there.map(({ start, words: each }) => ({ lead: leadTo(start, reading.text), each }));
    const isOpen = OPEN.test(said.text.slice(Math.max(0, index - 12), index + own.length));
    if (first?.lead && !isOpen && there.every(({ start }) => leadTo(start, reading.text)))
      return { own, theirs: `${first.lead} ${first.each}` };
  }
  return null;
}

/** “called” in the place of “vowed to call”. */
function pastOf({ said, reading, changes }: ReadClaim): Done | null {
  for (const { own, behind } of changes) {
    if (!behind || behind.theirs.lower === behind.own.lower || /s$/.test(behind.own.lower)) continue;
    const last = /\S+$/u.exec(said.text.slice(0, behind.own.start).trimEnd())?.[0] ?? '';
    const lead = leadTo(behind.theirs.start, reading.text);
    // “plans to start” told as “is starting”; “will start” says the same as that.
    if (/ing$/.test(behind.own.lower)) {
      if (lead && /^\p{L}{3,}\s(?:.*\s)?to$/iu.test(lead) && /^(?:is|are|was|were)$/i.test(last))
        return { own: `${last} ${behind.own.words}`, theirs: `${lead} ${behind.theirs.words}` };
      continue;
    }
    if (lead && ![last, ...own.map(({ lower }) => lower)].some((word) => NOT_YET.test(word)))
      return { own: behind.own.words, theirs: `${lead} ${behind.theirs.words}` };
  }
  return null;
}

/** The words before an offset by which what stands there is to come. */
const leadTo = (start: number, text: string) => TO_COME.exec(text.slice(0, start))?.[0].trim();

const PERFECT = /\b(?:has|have|had)\s+(?:\p{L}+ly\s+|already\s+|now\s+|been\s+)*(\p{L}+)/giu;
const OPEN = /\b(?:whether|should|not|never|no|if|would|could|may|might)\b|n[’']t\b/i;
const NOT_YET =
  /^(?:to|will|would|shall|may|might|could|must|should|can|cannot|be|been|being|is|are|was|were|has|have|had|not|if|did|do|does|\p{L}+n[’']t)$/iu;
const TO_COME =
  /\b(?:(?:will|would|shall|may|might|could|must|should)(?:\s(?:be|not|also|have|soon))?|(?:want|wish|hope|plan|intend|aim|threaten|promise|vow|pledge|agree|ask|order|urge|expect|propose|seek|offer|due|set|prepar|schedul)\p{L}*\s(?:[^,;.]{0,40}\s)?to(?:\sbe)?)\s+$/iu;
