/** `claims[3]` and `quote` as `claims[3].quote`; numbers are places in a list. */
export const joinPath = (path: string, key: string): string =>
  /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
