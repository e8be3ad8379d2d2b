import type { Era } from '../model.ts';
import { renderCards } from './cards.ts';
import { timelineView } from './claim-view.ts';
import type { Setting } from './view.ts';

/** Claims under the years that they speak of, each with who says it, how sure, and why its time is inferred where it is. */
export function renderTimeline(eras: readonly Era[], setting: Setting): string {
  const { bold, underline } = setting.terminal.paint;
  return eras
    .map(({ label, claims }) => `${bold(underline(label))}\n\n${renderCards(claims, timelineView, setting)}`)
    .join('\n');
}
