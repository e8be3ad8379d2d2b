import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import type { FrontLine } from '../claim-set/front-matter.ts';
import { readTextFile } from '../claim-set/text-file.ts';
import { UsageError } from '../errors.ts';
import { type Io, terminalOf } from '../io.ts';
import { counted } from '../render/wording.ts';
import { shellWord } from '../shell-word.ts';
import { addExamples } from './help.ts';
import type { Outcome } from './outcome.ts';
import { textOfStdin } from './stdin.ts';

export interface InitOptions {
  /** The path of the text; `-` is stdin. */
  readonly text: string;
  readonly folder: string;
  readonly language: string;
  /** Propose unfinished claims. */
  readonly draft: boolean;
}

export function addInit(program: Command, run: (options: InitOptions) => Promise<void>): void {
  const command = program
    .command('init')
    .helpGroup('Your own text and article:')
    .summary('start a claim set from the text of an article')
    .description(
      'Writes article.txt with one sentence per line, claims.json without claims, and the JSON Schema for your editor. It never overwrites a file.',
    )
    .argument('<text>', 'the article as plain UTF-8 text, a blank line between paragraphs; - reads stdin')
    .argument('<dir>', 'the folder to write to; it is created if needed')
    .option('--language <tag>', 'the language of the text (BCP 47)', 'en')
    .option('--draft', 'propose unfinished claims, one for each clause of an English text', false);
  addExamples(command, [
    ['kimtrip init story.txt my-story', 'then write its claims into my-story/claims.json'],
    ['kimtrip init story.txt my-story --draft', 'with an unfinished claim for each clause'],
    ['kimtrip init artikel.txt mein-artikel --language de', 'an article in German'],
    ['pdftotext story.pdf - | kimtrip init - my-story', 'text from another program'],
  ]).action((text, folder, options) => run({ text, folder, ...options }));
}

export async function runInit(
  { text: path, folder, language, draft }: InitOptions,
  io: Io,
): Promise<Outcome> {
  const name = path === '-' ? 'stdin' : path;
  const text =
    path === '-' ? await textOfStdin(io) : readTextFile(path, 'init takes a text file, or - for stdin');
  const { startClaimSet } = await import('../claim-set/start.ts');
  if (draft && !/^en\b/i.test(language))
    throw new UsageError('--draft works for English only; leave it out, or give --language en');
  const { sentences, paragraphs, above, dateline, drafts } = startClaimSet(
    text,
    name,
    language,
    folder,
    draft,
  );
  const [data, article, claims] = [folder, join(folder, 'article.txt'), join(folder, 'claims.json')].map(
    shellWord,
  );
  const lines = [
    `${article}: ${counted(sentences, 'sentence')} in ${counted(paragraphs, 'paragraph')}, one sentence per line`,
    drafts ? `${claims}: ${counted(drafts, 'draft')} to read and finish` : `${claims}: no claims yet`,
    ...(above.length ? ['', 'Above the text, left out of article.txt:', ...above.flatMap(wordsOfAbove)] : []),
    ...(dateline ? ['', 'Of the dateline, which stays in article.txt:', ...wordsOfAbove(dateline)] : []),
    '',
    'Next:',
    '  1. read the sentences; mend article.txt where a line is not one, before you write claims',
    `       kimtrip list sentences --data ${data}`,
    drafts
      ? `  2. read each claim and entity marked "draft" in ${claims}, finish it, and take the mark away`
      : `  2. write its entities, topics and claims into ${claims}`,
    '  3. check them, likely slips included',
    `       kimtrip verify ${data} --strict`,
    '  4. search',
    `       kimtrip search WORDS --data ${data}`,
  ];
  const { drawLines } = await import('../render/draw.ts');
  return { stdout: drawLines(lines, terminalOf(io.stdout, io.env, false)), notes: [], code: 0 };
}

/** What a line above the text gave, a line each. */
function wordsOfAbove({ line, title, author, issued, doubt }: FrontLine): string[] {
  if (title !== undefined) return [`  title: ${title}`];
  const words = [
    ...(author ? [`  author: ${author.join(', ')} (“${line}”)`] : []),
    ...(issued === undefined ? [] : [`  issued: ${issued} (“${line}”)`]),
    ...(doubt === undefined ? [] : [`  issued: not read, write it yourself (“${line}”: ${doubt})`]),
  ];
  return words.length ? words : [`  no field: “${line}”`];
}
