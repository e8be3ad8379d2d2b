// @ts-check
// How long a whole run takes beside `node -e 0`: of the package as users install it, of the executable, and of other programs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const ROUNDS = 40;
const NODES = ['20', '24'];
const LINES = ['--version', 'quote s18.3', 'list --json', 'search putin --json'];

/** What others do in a run that is as short; each is measured where it is installed. */
const OTHERS = [
  ['rg', 'putin', at('data/kim-trip/article.txt')],
  ['fzf', '--filter', 'putin'],
  ['gh', '--version'],
];

export function reportStartUp() {
  const folder = mkdtempSync(join(tmpdir(), 'kimtrip-startup-'));
  try {
    const packed = run(
      ['npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
      at('.'),
    );
    const bin = join(install(folder, join(folder, packed.trim())), 'kimtrip/bin/kimtrip.js');
    const nodes = NODES.map((major) => join(install(join(folder, major), `node@${major}`), 'node/bin/node'));
    const executable = join(folder, 'kimtrip');
    run([process.execPath, at('scripts/executable.js'), '--outfile', executable]);
    for (const node of nodes)
      report(
        `The installed package on Node ${run([node, '--version']).trim()}`,
        [node, '-e', '0'],
        LINES.map((line) => [`kimtrip ${line}`, [node, bin, ...line.split(' ')]]),
      );
    report(
      'The executable, and other programs',
      [nodes[0], '-e', '0'],
      [
        ...LINES.map((line) => [`kimtrip ${line}`, [executable, ...line.split(' ')]]),
        ...OTHERS.filter(([name]) => isInstalled(name)).map((command) => [command.join(' '), command]),
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Installs a package into a folder; gives the folder of what is installed. */
function install(folder, name) {
  run(['npm', 'install', '--silent', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, name]);
  return join(folder, 'node_modules');
}

const isInstalled = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/**
 * Prints the shortest and the median time of each command, and how many times that of the base they are. All are run in turn, so that
 * whatever else the machine does hits all alike; on a busy machine the shortest says more. The first round is not counted: it fills
 * Node's compile cache.
 */
function report(title, base, commands) {
  const all = [['node -e 0', base], ...commands];
  /** @type {number[][]} */
  const times = all.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1)
    all.forEach(([, command], index) => {
      const start = performance.now();
      run(command);
      if (round > 0) times[index].push(performance.now() - start);
    });
  console.log(`\n${title}: ${ROUNDS} runs in turn, the machine’s load ${loadavg()[0].toFixed(1)}\n`);
  console.log('| command | shortest, ms | times `node -e 0` | median, ms | times `node -e 0` |');
  console.log('| --- | --- | --- | --- | --- |');
  all.forEach(([name], index) => {
    const cells = [shortest, median].flatMap((measure) => {
      const time = measure(times[index]);
      return [time.toFixed(0), (time / measure(times[0])).toFixed(2)];
    });
    console.log(`| \`${name}\` | ${cells.join(' | ')} |`);
  });
}

const shortest = (values) => Math.min(...values);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function run([program, ...words], cwd) {
  const input = 'Putin spent two days in Pyongyang in 2000.\n';
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, input, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${program} ${words.join(' ')} failed: ${stderr}`);
  return stdout;
}
