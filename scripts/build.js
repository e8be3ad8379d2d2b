// @ts-check
// Makes all that runs: what the program is written from besides its source, the program and the library, what goes with them.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { bundle } from './build/bundle.js';
import { generate } from './build/generate.js';
import { writeLicences } from './build/licences.js';
import { writeManual } from './build/manual.js';
import { at } from './build/paths.js';

await mkdir(at('dist'), { recursive: true });
// Types are made apart, before a package is packed.
for (const file of await readdir(at('dist'))) if (!file.endsWith('.d.ts')) await rm(at(`dist/${file}`));

const inputs = [...(await generate()), ...(await bundle())];
await writeLicences(inputs);
await writeManual();
