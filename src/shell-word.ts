/** A word as a shell takes it for one: `my story` as `'my story'`. */
export function shellWord(word: string): string {
  return /^[\w.,:@/+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
