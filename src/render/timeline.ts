import type { Terminal } from '../io.ts';
import { type Era, listed } from '../model.ts';
import { renderCards } from './cards.ts';
import { timelineView } from './claim-view.ts';

/** Claims under the years that they speak of, each with who says it, how sure, and why its time is inferred where it is. */
export function renderTimeline(eras: readonly Era[], terminal: Terminal): string {
  const { bold, underline } = terminal.paint;
  return eras
    .map(
      ({ label, claims }) =>
        `${bold(underline(label))}\n\n${renderCards(claims.map(listed), timelineView, terminal)}`,
    )
    .join('\n');
}
