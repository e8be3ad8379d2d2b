// How well the program knows who says something, against PolNeAR, the Political News Attribution Relations Corpus:
// node bench/speakers.js FOLDER, where FOLDER has `text` and `attributions`, as data/dev of the corpus does. A speaker is
// right where it shares a word with a source that the corpus has. It annotates one layer: what is said inside of what
// somebody says counts only where it has that as well.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('give a folder of the corpus, such as data/dev');

async function load(source) {
  const bundle = await rolldown({ input: join(root, source), platform: 'node' });
  const { output } = await bundle.generate({ codeSplitting: false });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
const { sayingsIn } = await load('src/reading/speakers.ts');
const { splitIntoSentences } = await load('src/segment/sentences.ts');

/** What somebody says, as against what somebody thinks, wants or judges. */
const REPORTS = new Set(['say', 'assert', 'allege', 'hint', 'deny', 'ask']);

/** Sources and contents of an article, as UTF-16 offsets. */
function annotationsOf(file, text) {
  const units = [0];
  for (const character of text) units.push((units.at(-1) ?? 0) + character.length);
  const spans = new Map();
  const [sources, contents] = [new Set(), []];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [id, kind = ''] = line.split('\t');
    const [, name, places] = /^(\S+) ([\d ;]+)$/.exec(kind) ?? [];
    if (places)
      spans.set(id, {
        name,
        spans: places.split(';').map((span) => span.split(' ').map((at) => units[Number(at)])),
      });
    if (!id?.startsWith('E')) continue;
    for (const [, role, target] of kind.matchAll(/(Source|Content)\S*:(T\d+)/g)) {
      const found = spans.get(target);
      if (found && role === 'Source') sources.add(found.spans);
      else if (found) contents.push(...found.spans);
    }
  }
  return { sources: [...sources], contents };
}

const meets = ([start, end], [from, to]) => start < to && from < end;
const files = readdirSync(join(folder, 'attributions'));
const counts = {
  all: { named: 0, right: 0, found: new Set() },
  reports: { named: 0, right: 0, found: new Set() },
};
let total = 0;
for (const name of readdirSync(join(folder, 'text'))) {
  // Some articles were annotated by several; the first counts.
  const file = files.find((each) => each.startsWith(name.replace(/\.txt$/, '')));
  if (!file) continue;
  const text = readFileSync(join(folder, 'text', name), 'utf8');
  const { sources, contents } = annotationsOf(join(folder, 'attributions', file), text);
  total += sources.length;
  const flat = text.replace(/\n/g, ' ');
  let at = 0;
  for (const sentence of splitIntoSentences(text, 'en').flat()) {
    const start = flat.indexOf(sentence.trim(), at);
    if (start < 0) continue;
    at = start + sentence.trim().length;
    const seen = new Set();
    for (const { speaker, manner, isDenied, start: verb } of sayingsIn(sentence.trim())) {
      if (!speaker || isDenied) continue;
      const place = [start + speaker.start, start + speaker.end];
      const right = sources.filter((spans) => spans.some((span) => meets(span, place)));
      const isInside = contents.some((span) => meets(span, [start + verb, start + verb + 1]));
      for (const kind of REPORTS.has(manner) ? ['all', 'reports'] : ['all']) {
        for (const each of right) counts[kind].found.add(each);
        if (seen.has(`${kind} ${place}`) || (isInside && right.length === 0)) continue;
        seen.add(`${kind} ${place}`);
        counts[kind].named += 1;
        if (right.length) counts[kind].right += 1;
      }
    }
  }
}
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
for (const [kind, { named, right, found }] of Object.entries(counts))
  console.log(
    `${kind}: ${percent(found.size, total)} of ${total} sources; ${percent(right, named)} of ${named} speakers are sources`,
  );
