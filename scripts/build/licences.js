// @ts-check
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { at } from './paths.js';

/**
 * Writes the licences of all packages that the bundles hold copies of, which ask to go with them.
 *
 * @param inputs the absolute paths of all files that went into the bundles
 */
export async function writeLicences(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  /** The package that has these terms already. */
  const firstWith = new Map();
  const notices = [];
  for (const folder of [...new Set(folders)].sort()) {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const file = (await readdir(folder)).find((each) => /^(licen[cs]e|copyright)/i.test(each));
    const text = file ? await readFile(`${folder}/${file}`, 'utf8') : `${license} License`;
    // Whose it is comes first, then the terms.
    const [whose, terms = ''] = text.trim().split(/^(?=Permission is hereby granted)/m);
    const words = terms.replace(/\s+/g, ' ');
    const first = firstWith.get(words);
    if (terms && !first) firstWith.set(words, name);
    notices.push(
      `${name} ${version} (${license})\n\n${whose}${first ? `The terms are those of ${first} above.` : terms}\n`,
    );
  }
  await writeFile(at('dist/LICENSES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));
}
