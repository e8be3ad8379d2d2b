// @ts-check
// npm run bench -- segment LANGUAGE=FILE …: how well kimtrip finds sentences beside other splitters. FILE is a treebank in
// CoNLL-U (https://universaldependencies.org), or a spec of pragmatic_segmenter with its Golden Rules
// (https://github.com/diasks2/pragmatic_segmenter, spec/pragmatic_segmenter/languages/english_spec.rb). Neither comes with
// kimtrip. The others take part once they are there: npm install --no-save sentencex sbd
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** A paragraph, and its sentences. @typedef {{ text: string, sentences: string[] }} Paragraph */

/** @param {readonly string[]} files each `LANGUAGE=FILE` */
export async function reportSegments(files) {
  const splitters = await availableSplitters();
  for (const argument of files) {
    const [language = '', file = ''] = argument.split(/=(.*)/s);
    const isSpec = file.endsWith('.rb');
    const text = readFileSync(file, 'utf8');
    const paragraphs = isSpec ? goldenRules(text) : paragraphsOfTreebank(text, language);
    console.log(
      `\n${basename(file)}: ${paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0)} sentences in ${paragraphs.length} ${isSpec ? 'cases' : 'paragraphs'}\n`,
    );
    console.log(
      `| splitter | ${isSpec ? 'cases right' : 'precision | recall | F1'} |\n| --- | ${isSpec ? '---' : '--- | --- | ---'} |`,
    );
    for (const { name, split } of splitters) {
      const found = paragraphs.map((paragraph) => ({ ...paragraph, found: split(paragraph.text, language) }));
      console.log(`| ${name} | ${isSpec ? casesRight(found) : scores(found)} |`);
      if (process.env['MISSES'] === name) printMisses(found);
    }
  }
}

/** @returns {Promise<{ name: string, split: (text: string, language: string) => string[] }[]>} */
async function availableSplitters() {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('../src/segment/sentences.ts', import.meta.url)),
  });
  const { output } = await bundle.generate({ format: 'esm' });
  const { splitIntoSentences } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  /** @param {string} name */
  const installed = (name) => import(name).catch(() => undefined);
  const [sentencex, sbd] = [await installed('sentencex'), await installed('sbd')];
  return [
    { name: 'kimtrip', split: (text, language) => splitIntoSentences(text, language).flat() },
    {
      name: 'Intl.Segmenter',
      split: (text, language) =>
        [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(
          ({ segment }) => segment,
        ),
    },
    ...(sentencex
      ? [{ name: 'sentencex', split: (text, language) => sentencex.segment(language, text) }]
      : []),
    ...(sbd ? [{ name: 'sbd', split: (text) => sbd.default.sentences(text) }] : []),
  ];
}

/** @returns {Paragraph[]} */
function goldenRules(spec) {
  const [rules = ''] = spec.split("describe '#segment'");
  return [...rules.matchAll(/text: (".*?"|'.*?'), language[\s\S]*?eq\(\[(.*)\]\)$/gm)].map(
    ([, text = '', list = '']) => ({
      text: unquoted(text),
      sentences: Array.from(list.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g), ([quoted]) =>
        unquoted(quoted),
      ),
    }),
  );
}

function unquoted(ruby) {
  return ruby.startsWith('"') ? JSON.parse(ruby) : ruby.slice(1, -1).replaceAll("\\'", "'");
}

/** As an article would have them: sentences of a paragraph joined as they stood, or by a space where the language has any. */
function paragraphsOfTreebank(conllu, language) {
  const space = /^(?:zh|ja)/.test(language) ? '' : ' ';
  /** @type {Paragraph[]} */
  const paragraphs = [];
  for (const block of conllu.split('\n\n')) {
    const sentence = /^# text = (.*)$/m.exec(block)?.[1]?.trim();
    if (!sentence) continue;
    const last = paragraphs.at(-1);
    if (!last || /^# new(?:par|doc)/m.test(block)) paragraphs.push({ text: sentence, sentences: [sentence] });
    else {
      last.text += space + sentence;
      last.sentences.push(sentence);
    }
  }
  return paragraphs;
}

/** Where each sentence begins and ends, blanks left out. A splitter that changes a text, as sbd does, is not lost after that. */
function spansOf(sentences, text) {
  const whole = text.replace(/\s/g, '');
  let at = 0;
  return sentences.flatMap((sentence) => {
    const words = sentence.replace(/\s/g, '');
    const found = whole.indexOf(words, at);
    if (!words) return [];
    const start = found < 0 ? at : found;
    at = start + words.length;
    return [`${start}-${at}`];
  });
}

function casesRight(found) {
  const right = found.filter(
    ({ text, sentences, found }) => spansOf(sentences, text).join() === spansOf(found, text).join(),
  );
  return `${right.length} of ${found.length}`;
}

/** As the shared tasks of Universal Dependencies count: a sentence is right if it begins and ends where it should. */
function scores(paragraphs) {
  let [right, expected, given] = [0, 0, 0];
  for (const { text, sentences, found } of paragraphs) {
    const spans = new Set(spansOf(sentences, text));
    const own = spansOf(found, text);
    right += own.filter((span) => spans.has(span)).length;
    expected += spans.size;
    given += own.length;
  }
  const percent = (share) => (100 * share).toFixed(1);
  return [right / given, right / expected, (2 * right) / (given + expected)].map(percent).join(' | ');
}

function printMisses(found) {
  for (const { text, sentences, found: own } of found) {
    const [gold, mine] = [spansOf(sentences, text), spansOf(own, text)];
    sentences.forEach((sentence, index) => {
      if (!mine.includes(gold[index])) console.log(`  - ${sentence}`);
    });
    own
      .filter((sentence) => sentence.trim())
      .forEach((sentence, index) => {
        if (!gold.includes(mine[index])) console.log(`  + ${sentence.trim()}`);
      });
    if (gold.join() !== mine.join()) console.log('');
  }
}
