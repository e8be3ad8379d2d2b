import type { Command } from '@commander-js/extra-typings';
import type { CheckedSentence } from '../check/checked.ts';
import type { DraftSentence } from '../check/draft.ts';
import { readTextFile } from '../claim-set/text-file.ts';
import { type Io, write } from '../io.ts';
import type { Stories } from '../model.ts';
import { checkView } from '../render/check-view.ts';
import { summaryText } from '../render/check-wording.ts';
import { addExamples } from './help.ts';
import { addClaimOptions, type ClaimOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { presentationOf, printed } from './print.ts';
import { filteredClaims, noneSelected } from './select.ts';
import { textOfStdin } from './stdin.ts';
import { withStories } from './stories.ts';

export interface CheckOptions extends ClaimOptions<(typeof FORMATS)[number]> {
  /** The path of the draft; `-` is stdin. */
  readonly draft: string;
  /** Read the draft as Markdown, whatever its name. */
  readonly markdown: boolean;
  /** Print nothing. */
  readonly quiet: boolean;
}

const FORMATS = ['cards', 'lines', 'json', 'jsonl', 'markdown'] as const;

export function addCheck(program: Command, run: (options: CheckOptions) => Promise<void>): void {
  const command = program
    .command('check')
    .helpGroup('Your own text and article:')
    .summary('compare your own text with the article')
    .description(
      'Compares each sentence of an English text with the claims that it rests on, and shows what differs: a missing hedge, another speaker, name, number or date, a missing “not”. It speaks of the article and does not say what is true. Exit codes: 0: nothing differs; 1: something differs or is not found.',
    )
    .argument('<draft>', 'a UTF-8 text or Markdown file; - reads stdin')
    .option('--markdown', 'read the draft as Markdown (the default for .md files)', false)
    .option('-q, --quiet', 'print nothing; only set the exit code', false);
  addExamples(addClaimOptions(command, FORMATS), [
    ['kimtrip check draft.txt', 'each sentence with the claim that it rests on'],
    ['kimtrip check draft.md --format lines', 'one line per difference, for an editor or a build'],
    ['echo "Kim will visit Russia." | kimtrip check -', 'a text from another program'],
    ['kimtrip check draft.txt --json', 'for scripts'],
    ['kimtrip check draft.txt --quiet && git commit', 'commit only where nothing differs'],
    ['kimtrip check draft.txt --data my-story', 'against your own claim set'],
  ]).action((draft, options) => run({ draft, ...options }));
}

export async function runCheck(options: CheckOptions, io: Io): Promise<Outcome> {
  const output = presentationOf(options, 'cards', io);
  const name = options.draft === '-' ? 'stdin' : options.draft;
  const text =
    options.draft === '-'
      ? await textOfStdin(io)
      : readTextFile(options.draft, 'check takes a text file, or - for stdin');
  const isMarkdown = options.markdown || /\.(?:md|markdown)$/i.test(name);
  const sentences = await sentencesOf(text, isMarkdown);
  const { queryOf } = await import('../check/draft.ts');
  const asked = { of: 'draft', sentences: sentences.map(queryOf), filters: options } as const;
  return withStories(options, io, asked, async (stories) => {
    const claims = filteredClaims(stories, options);
    const checked = await checkedWithProgress({ ...stories, claims }, sentences, io);
    const code = checked.every(({ verdict }) => verdict === 'matches') ? 0 : 1;
    const notes = [
      ...(claims.length ? [] : [noneSelected(stories)]),
      ...foreignNotes(stories),
      ...(checked.length ? [] : [`${name} has no sentence`]),
    ];
    if (options.quiet) return { stdout: '', notes, code };
    const items = checked.map((sentence) => ({ draft: name, sentence }));
    return {
      ...(await printed(items, checkView, output, [
        ...notes,
        ...(checked.length ? [summaryText(checked)] : []),
      ])),
      code,
    };
  });
}

/** The sentences of a draft, and where they stand among the marks of Markdown. */
async function sentencesOf(text: string, isMarkdown: boolean): Promise<DraftSentence[]> {
  const { draftSentences } = await import('../check/draft.ts');
  if (!isMarkdown) return draftSentences(text);
  const { proseOf } = await import('../check/markdown.ts');
  const prose = proseOf(text);
  return draftSentences(prose.text, text, (index) => prose.offsets[index] ?? 0);
}

/** The rules read English. */
function foreignNotes({ articles }: Stories): string[] {
  const foreign = articles.filter(({ language }) => !/^en\b/i.test(language ?? 'en'));
  return foreign.map(({ id, language }) => `check works for English only; ${id} is in ${language}`);
}

/** How many sentences take no longer than a person waits without a word. */
const UNTOLD = 200;

/** Checks sentence by sentence, and tells a person how far it is. */
async function checkedWithProgress(
  stories: Stories,
  sentences: readonly DraftSentence[],
  { stderr, env }: Io,
): Promise<CheckedSentence[]> {
  const isTold = stderr.isTTY === true && env['TERM'] !== 'dumb' && sentences.length > UNTOLD;
  const { checkSentences } = await import('../check/check-draft.ts');
  const checked: CheckedSentence[] = [];
  for (const each of checkSentences(stories, sentences)) {
    checked.push(each);
    if (isTold && checked.length % UNTOLD === 0)
      await write(stderr, `\rchecked ${checked.length} of ${sentences.length} sentences`).catch(() => {});
  }
  if (isTold) await write(stderr, '\r\u001b[K').catch(() => {});
  return checked;
}
