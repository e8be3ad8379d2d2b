/** In characters. */
const SHOWN = 60;

/** The beginning of what was typed, for a message of one line: whatever a script or stdin holds may come as one word. */
export const shortened = (typed: string): string =>
  typed.length > SHOWN
    ? `${Array.from(typed.slice(0, 2 * SHOWN))
        .slice(0, SHOWN)
        .join('')}…`
    : typed;
