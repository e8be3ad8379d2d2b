// @ts-check
// Makes the program as one file that needs no Node: `npm run executable [-- --target darwin-arm64] [--outfile FILE]`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { at } from './build/paths.js';

/** It compiles the program; it is no dependency, since it is 100 MB. */
const BUN = 'bun@1.4.5';
/** The targets by the names that Node gives them, and Bun's. */
const TARGETS = {
  'linux-x64': 'bun-linux-x64',
  'linux-arm64': 'bun-linux-arm64',
  'darwin-x64': 'bun-darwin-x64',
  'darwin-arm64': 'bun-darwin-arm64',
  'win32-x64': 'bun-windows-x64',
};

const { values } = parseArgs({ options: { target: { type: 'string' }, outfile: { type: 'string' } } });
const here = `${process.platform}-${process.arch}`;
const { target = here } = values;
if (!(target in TARGETS)) {
  console.error(`no such target: ${target}; choose one of ${Object.keys(TARGETS).join(', ')}`);
  process.exit(2);
}
const suffix = target === here ? '' : `-${target}`;
const outfile = values.outfile ?? at(`dist/kimtrip${suffix}${target.startsWith('win32') ? '.exe' : ''}`);

const { status } = spawnSync(
  'npm',
  [
    ...['exec', '--yes', `--package=${BUN}`, '--', 'bun', 'build', at('bin/kimtrip.js')],
    ...['--compile', '--bytecode', `--target=${TARGETS[target]}`, `--outfile=${outfile}`],
    // Most runs end before compiled code pays off: a search takes 20 ms, not 34, and a check of a long draft a sixth less.
    '--compile-jit-policy=32',
    // The program reads no settings from the folder that it runs in.
    ...['--no-compile-autoload-dotenv', '--no-compile-autoload-bunfig'],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
