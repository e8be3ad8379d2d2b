import type { Claim, Sentence } from '../../model.ts';
import { segmentsOf } from '../certainty-segments.ts';
import { html, type Markup } from './markup.ts';

/** A sentence with the words of these claims marked by how sure they are. */
export function markedSentence(sentence: Sentence, claims: readonly Claim[]): Markup[] {
  return segmentsOf(sentence, claims).map(({ words, certainty }) =>
    certainty === null ? html`${words}` : html`<mark class="${certainty}">${words}</mark>`,
  );
}
