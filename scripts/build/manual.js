import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { at } from './paths.js';

/** What the program prints in a pipe, where nothing wraps it. */
async function printed(...argv) {
  let text = '';
  const stream = {
    write(part, done) {
      text += part;
      done();
    },
  };
  // The program is made by then.
  const { main } = createRequire(import.meta.url)(at('dist/kimtrip.cjs'));
  await main(argv, { stdin: [], stdout: stream, stderr: stream, env: {} });
  return text;
}

/** Text as roff has it, which reads ASCII alone: nothing in it is a request or an escape. */
const roff = (text) =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(
      /\P{ASCII}/gu,
      (character) => `\\[u${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^([.'])/, '\\&$1');

/** A help text as roff. Headings stand at the left; entries are indented, with their meaning in a second column or below. */
function asRoff(help, heading) {
  return help.split('\n').flatMap((line) => {
    const [, title] = /^([A-Z][^.]*):$/.exec(line) ?? [];
    if (title) return [`${heading} ${roff(title)}`];
    const [, term, meaning] = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
    if (term) return ['.TP', `.B ${roff(term)}`, ...(meaning ? [roff(meaning)] : [])];
    return line.trim() ? [...(line.startsWith(' ') ? [] : ['.PP']), roff(line.trim())] : [];
  });
}

/** Conventions stand once, at the end. */
const CONVENTIONS = /\nExit codes:\n[\s\S]*$/;

/** Writes the manual page, from the help of the program and of each of its commands. */
export async function writeManual() {
  const version = (await printed('--version')).trim();
  const program = await printed('--help');
  const commands = program.match(/^ {2}[a-z]+(?= {2})/gm).map((name) => name.trim());
  const helps = new Map();
  for (const name of commands.filter((each) => each !== 'help'))
    helps.set(name, await printed(name, '--help'));
  const [conventions] = CONVENTIONS.exec(helps.get('search'));
  const page = [
    `.TH KIMTRIP 1 "" "kimtrip ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'kimtrip \\- find, list and quote the claims of a news article',
    '.SH SYNOPSIS',
    '.B kimtrip',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH DESCRIPTION',
    ...asRoff(program.replace(/^Usage: .*\n/, '').replace(/\nExit codes: [\s\S]*$/, ''), '.SS'),
    ...[...helps].flatMap(([name, help]) => [
      `.SH ${name.toUpperCase()}`,
      ...asRoff(help.replace(/^Usage: /, '').replace(CONVENTIONS, ''), '.SS'),
    ]),
    ...asRoff(conventions, '.SH'),
  ];
  // A heading begins a paragraph by itself.
  const lines = page.filter((line, at) => line !== '.PP' || !/^\.S[HS] /.test(page[at - 1] ?? ''));
  await writeFile(at('dist/kimtrip.1'), `${lines.join('\n')}\n`);
}
