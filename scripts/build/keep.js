import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { at } from './paths.js';

const BUNDLE = at('dist/kimtrip.cjs');

/** What is run for V8 to keep the code of. */
const LINES = ['search putin --json', 'search vladmir puttin', 'list', 'quote s18.3'];

/**
 * Keeps what each run would begin with: what is prepared of the shipped claims, and the code that V8 makes of the bundle by
 * running it (to compile takes a third of a short run). Both belong to this machine, so that the package leaves them out.
 */
export async function keep() {
  const source = await readFile(BUNDLE, 'latin1');
  // As in bin/.
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, { filename: BUNDLE });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(BUNDLE), module, BUNDLE, at('dist'));
  const { main, prepare, processIo } = module.exports;
  const { name, bytes } = prepare(at('data/kim-trip'));
  await writeFile(at(`dist/${name}`), bytes);
  const unread = { write: (_, done) => done() };
  const world = { stdin: [], stdout: unread, stderr: unread, env: {} };
  for (const line of LINES) await main(line.split(' '), world);
  // What writes to a pipe has to be run too.
  processIo(process).stdout.write('', () => {});
  // The program compares the source, and the code with itself, to know that both are as they were.
  const code = script.createCachedData();
  const kept = Buffer.concat([Buffer.from(wrapped), code, code]);
  await writeFile(`${BUNDLE}.${process.versions.v8}.${process.arch}.cache`, kept);
}
