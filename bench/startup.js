// How long a whole run takes beside `node -e 0`, and what each step adds; beside it the same program unbundled.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const ROUNDS = 40;

/** Each does what the first does and something more. */
const RUNS = [
  { line: '--version', adds: 'the program is compiled, the command line read, stdout opened' },
  { line: 'verify', adds: 'the claim set is read and checked anew' },
  {
    line: 'list --json',
    adds: 'the prepared claim set is read, ids become what they stand for, all claims are printed',
  },
  { line: 'quote s18.3', adds: 'the same, one claim is printed' },
  { line: 'search putin --json', adds: 'the same, the words are indexed and searched, seven claims printed' },
];

export async function reportStartUp() {
  const unbundled = await buildUnbundled();
  try {
    const programs = [at('bin/kimtrip.js'), join(unbundled, 'start.js')];
    const all = RUNS.flatMap(({ line }) => programs.map((program) => [program, ...line.split(' ')]));
    const ratios = pairedRatios(all).map((ratio) => `${ratio.toFixed(2)}×`);
    console.log(
      `\nA whole run beside \`node -e 0\`: Node ${process.versions.node}, median of ${ROUNDS} pairs in turn\n`,
    );
    console.log('| kimtrip | time | unbundled | what it adds |\n| --- | --- | --- | --- |');
    RUNS.forEach(({ line, adds }, row) => {
      console.log(`| \`${line}\` | ${ratios[2 * row]} | ${ratios[2 * row + 1]} | ${adds} |`);
    });
  } finally {
    rmSync(unbundled, { recursive: true });
  }
}

/** Each module by itself, as an ES module, its libraries from node_modules. */
async function buildUnbundled() {
  const folder = mkdtempSync(at('unbundled-'));
  const files = readdirSync(at('src'), { recursive: true, encoding: 'utf8' });
  const modules = files.filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'));
  const { outputFiles } = await build({
    entryPoints: modules.map((file) => at(`src/${file}`)),
    bundle: false,
    format: 'esm',
    outbase: at('src'),
    outdir: folder,
    write: false,
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(/(["'])(\.[^"']*)\.ts\1/g, '$1$2.js$1'));
  }
  writeFileSync(
    join(folder, 'start.js'),
    `import { main } from './cli.js'; process.exitCode = await main(process.argv.slice(2), process);`,
  );
  return folder;
}

/** For each command line, how many times `node -e 0` it takes: both in turn, so that what else the machine does hits both. */
function pairedRatios(commandLines) {
  const ratios = commandLines.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1)
    commandLines.forEach((commandLine, which) => {
      const base = timeOf(['-e', '0']);
      const ratio = timeOf(commandLine) / base;
      // The first round fills caches.
      if (round > 0) ratios[which].push(ratio);
    });
  return ratios.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

function timeOf(commandLine) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, commandLine, { stdio: ['ignore', 'pipe', 'pipe'] });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${relative(at('.'), commandLine[0])} failed: ${stderr}`);
  return time;
}
