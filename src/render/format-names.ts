/** The formats that every list can be printed in. */
export const FORMAT_NAMES = ['table', 'cards', 'lines', 'json', 'jsonl', 'csv', 'markdown'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

export const isFormatName = (name: string): name is FormatName =>
  FORMAT_NAMES.some((format) => format === name);
