// @ts-check
// Makes the pictures of the README from what the program really prints: `npm run pictures` (needs chromium and tmux).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AnsiUp } from 'ansi_up';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs/pictures');
const folder = mkdtempSync(join(tmpdir(), 'kimtrip-pictures-'));
mkdirSync(pictures, { recursive: true });

const kimtrip = (...argv) => run(argv).stdout;

/** `check` exits 1 where it has something to ask. */
const run = (argv, input = '') =>
  spawnSync(process.execPath, [join(root, 'bin/kimtrip.js'), ...argv], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80', FORCE_COLOR: '1', NO_COLOR: '' },
    input,
  });

/** What a terminal of 80 columns shows after these keys. */
async function screen(rows, keys, ...argv) {
  const socket = `kimtrip-pictures-${process.pid}`;
  const tmux = (...words) => execFileSync('tmux', ['-L', socket, ...words], { encoding: 'utf8' });
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    '80',
    '-y',
    String(rows),
    `TERM=xterm-256color node ${join(root, 'bin/kimtrip.js')} ${argv.join(' ')}`,
  );
  try {
    await pause(1500);
    for (const key of keys) {
      tmux('send-keys', key);
      await pause(300);
    }
    return tmux('capture-pane', '-e', '-p').trimEnd();
  } finally {
    tmux('kill-server');
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const TERMINAL_STYLE = `
  body { margin: 0; display: inline-block; background: #1d1f21; color: #d6d6d0; border-radius: 8px; }
  pre { margin: 16px 20px; font: 15px/1.35 "DejaVu Sans Mono", monospace; }
  .prompt { color: #8abeb7; }`;

function terminalPage(parts) {
  const ansi = new AnsiUp();
  ansi.use_classes = false;
  const blocks = parts.map(
    ([command, output]) => `<span class="prompt">$</span> ${command}\n${ansi.ansi_to_html(output.trimEnd())}`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${TERMINAL_STYLE}</style><pre>${blocks.join('\n\n')}</pre>`;
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const open = async (name, source, viewport) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, source);
    const context = await browser.newContext({ viewport, deviceScaleFactor: 1.5 });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  };
  const save = (name) => ({ path: join(pictures, `${name}.png`) });

  const search = ['search', 'will kim accept', '-n', '1'];
  const terminal = await open(
    'terminal',
    terminalPage([
      [
        'kimtrip search vladmir puttin pyongyang -n 1',
        kimtrip('search', 'vladmir', 'puttin', 'pyongyang', '-n', '1', '--format', 'cards'),
      ],
      [`kimtrip ${search.join(' ')}`, kimtrip(...search, '--format', 'cards')],
    ]),
  );
  await terminal.locator('body').screenshot(save('search'));

  const draft = [
    'South Korean media say that Kim will accept the invitation.',
    'China’s president went to Seoul last July.',
  ];
  const check = await open(
    'check',
    terminalPage([
      ['cat draft.txt', draft.join('\n')],
      ['kimtrip check draft.txt', run(['check', '-', '--format', 'cards'], draft.join('\n')).stdout],
    ]),
  );
  await check.locator('body').screenshot(save('check'));

  const browse = await open(
    'browse',
    terminalPage([['kimtrip browse', await screen(26, ['u', 's', 'h', 'a', 'k', 'v', 'Down'], 'browse')]]),
  );
  await browse.locator('body').screenshot(save('browse'));

  const wide = await open('page', kimtrip('export', 'html'), { width: 1280, height: 800 });
  await wide.locator('.pictures').screenshot(save('page-pictures'));
  await wide.getByRole('searchbox').fill('will kim accept');
  await wide.getByRole('searchbox').press('Enter');
  await wide.screenshot(save('page'));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
