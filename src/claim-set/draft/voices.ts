import type { Sentence } from '../../model.ts';
import type { Reading } from '../../reading/read.ts';
import type { Saying } from '../../reading/speakers.ts';
import type { Entities } from './entities.ts';
import { kindOfCalled, type Mention } from './names.ts';

/** Who says a claim, by an entity’s id. */
export interface Source {
  readonly source: string;
  readonly anonymous?: true;
}

/** A sentence with what its words say and whom it names. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
}

/** A claim as far as who says it goes. */
interface Spoken {
  attribution: readonly Source[];
  entities: readonly string[];
}

/** Who speaks, sentence by sentence: by name, by what they are called, or whom a pronoun or a quotation that goes on means. */
export class Voices {
  readonly #entities: Entities;
  /** Of the sentence before: who spoke, and whom it names. */
  #spoke: readonly Source[] = [];
  #named: readonly string[] = [];
  /** Whether the sentence before has a quotation, whether one is open behind it, and what waits to hear whose it is. */
  #hasQuoted = false;
  #isOpen = false;
  #waiting: Spoken[] = [];

  constructor(entities: Entities) {
    this.#entities = entities;
  }

  /** The sources of what is said. */
  of(said: readonly Saying[], { reading, mentions, sentence }: ReadSentence): Source[] {
    if (said.length === 0) {
      const goesOn = this.#isOpen || (this.#hasQuoted && /^["“]/u.test(sentence.text));
      return goesOn && !reading.sayings.some(({ speaker }) => speaker) ? [...this.#spoke] : [];
    }
    return said.flatMap((saying) => this.#sourceOf(saying, reading.text, mentions));
  }

  #sourceOf({ speaker, start, end }: Saying, text: string, mentions: readonly Mention[]): Source[] {
    if (!speaker) return [];
    if (PRONOUN.test(speaker.words)) return this.#meant(speaker.words);
    const to = speaker.end <= start ? start : Math.max(end, speaker.end);
    const name = mentions
      .filter(
        (each) =>
          speaker.start <= each.start &&
          (each.end <= to || text.slice(speaker.end, each.start) === ', ') &&
          !/^[’']s?\s/u.test(text.slice(each.end)) &&
          !/^\s\p{Ll}/u.test(text.slice(each.end, Math.min(to, speaker.end))) &&
          each.alias === null &&
          !/,\s(?:who|which|whose)\b/u.test(text.slice(speaker.start, each.start)) &&
          !/\b(?:of|in|for|from|at|by|with)\s+(?:the\s+)?$/iu.test(text.slice(speaker.start, each.start)),
      )
      .at(-1);
    const id = name ? this.#entities.idOf(name.name) : null;
    if (id !== null) return [{ source: id }];
    const words = calledOf(speaker.words);
    const anonymous =
      /\b(?:anonymous|unnamed|unidentified)\b/i.test(words) || /\bcondition of anonymity\b/i.test(text);
    return [
      { source: this.#entities.called(words, kindOfCalled(words)), ...(anonymous ? { anonymous } : {}) },
    ];
  }

  /** Whom “she”, “it” or “they” means: who spoke last, or the only one of the sentence before who can be meant. */
  #meant(pronoun: string): Source[] {
    const type = /^s?he$/i.test(pronoun) ? 'person' : /^it$/i.test(pronoun) ? 'organisation' : 'group';
    const last = this.#spoke.at(-1);
    if (last && this.#entities.typeOf(last.source) === type) return [last];
    const [only, ...others] = this.#named.filter((id) => this.#entities.typeOf(id) === type);
    return only && others.length === 0 ? [{ source: only }] : [];
  }

  /** Goes on behind a sentence. */
  next({ sentence, mentions }: ReadSentence, claims: readonly Spoken[]): void {
    const spoke = claims.find(({ attribution }) => attribution.length > 0)?.attribution ?? [];
    const wasOpen = this.#isOpen;
    this.#isOpen = isOpenBehind(sentence.text, wasOpen);
    // “It will rain. Take a coat,” she said: the first sentence is hers as well.
    if (wasOpen && spoke.length)
      for (const claim of this.#waiting) {
        claim.attribution = spoke;
        claim.entities = [...new Set([...claim.entities, ...spoke.map(({ source }) => source)])];
      }

    if (!this.#isOpen || spoke.length) this.#waiting = [];
    if (this.#isOpen && spoke.length === 0) this.#waiting.push(...claims);
    this.#hasQuoted = wasOpen || /["“]/u.test(sentence.text);
    this.#named = [...new Set(mentions.flatMap(({ name }) => this.#entities.idOf(name) ?? []))];
    const isGoingOn = this.#isOpen && spoke.length === 0;
    if (!isGoingOn) this.#spoke = spoke;
  }
}

/** Whether a quotation goes on behind a sentence. */
function isOpenBehind(text: string, wasOpen: boolean): boolean {
  const last = /.*([“”])/su.exec(text)?.[1];
  if (last !== undefined) return last === '“';
  const isOdd = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  return isOdd ? !wasOpen : wasOpen;
}

const PRONOUN = /^(?:he|she|they|it|we|who|i|you)$/i;
/** “The service” within a sentence: “the service”. */
const calledOf = (words: string) =>
  /^\p{Lu}\p{Ll}*(?:\s\p{Ll}|$)/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
