// @ts-check
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'rolldown';
import { inBase85 } from './base85.js';
import { packEnglishWords } from './english-words.js';
import { at } from './paths.js';

/**
 * Writes `src/generated`: the check that Ajv makes of the JSON Schema, files that the program writes out again, and the claim set that
 * comes with it.
 *
 * @returns the paths of all files of packages that went into it
 */
export async function generate() {
  await mkdir(at('src/generated'), { recursive: true });
  // The page searches, too, with these words.
  const words = await generateEnglishWords();
  const packages = [...words, ...(await generateShapeCheck()), ...(await generatePageAssets())];
  await generateCompletionScripts();
  await generateShippedClaimSet();
  return packages;
}

/** Writes a module and its types. */
async function writeModule(name, code, types) {
  await writeFile(at(`src/generated/${name}.js`), code);
  await writeFile(at(`src/generated/${name}.d.ts`), types);
}

/** Bundles a file with what it imports; gives the code and the paths of all files that went into it. */
async function bundled(input, options) {
  const { output } = await build({ input, write: false, ...options });
  return { code: output[0].code, inputs: output[0].moduleIds };
}

/** A check for each part of a claim set, so that the items of a long list can be checked one by one. */
async function generateShapeCheck() {
  const { $defs } = JSON.parse(await readFile(at('data/kimtrip.schema.json'), 'utf8'), (key, value) =>
    // The check has no use for what the schema says to people.
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
  // The reader of dates says better what is wrong with one.
  delete $defs.edtf.pattern;
  const parts = ['claimSet', 'entity', 'topic', 'claim'];
  // As one schema the parts share their code, half of what they take as four.
  const properties = Object.fromEntries(parts.map((part) => [part, { $ref: `#/$defs/${part}` }]));
  const ajv = new Ajv2020({
    useDefaults: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    unicodeRegExp: false,
    allErrors: true,
    // An error then carries its schema, and with it the fields to suggest.
    verbose: true,
    code: { source: true, esm: true },
  });
  const check = standaloneCode(ajv, ajv.compile({ type: 'object', properties, $defs }));
  await writeModule(
    'shape-errors',
    `${check}
export function shapeErrors(part, json) {
  if (validate({ [part]: json })) return [];
  return validate.errors.map((error) => ({ ...error, instancePath: error.instancePath.slice(part.length + 1) }));
}
`,
    `import type { ErrorObject } from 'ajv';

/**
 * The errors of parsed JSON as a part of a claim set by the JSON Schema; \`claimSet\` is the whole of it. Fills in the schema's
 * defaults on the way.
 */
export const shapeErrors: (part: ${parts.map((part) => `'${part}'`).join(' | ')}, json: unknown) => ErrorObject[];
`,
  );
  // Ajv's code requires a function of Ajv.
  const file = at('src/generated/shape-errors.js');
  const { code, inputs } = await bundled(file, { platform: 'neutral' });
  await writeFile(file, code);
  return inputs;
}

/** In the order of their rules. */
const STYLES = ['base', 'finder', 'pictures', 'story', 'claims', 'check', 'index', 'print'];

/** A style sheet without comments and layout. */
async function styleOf(name) {
  const css = await readFile(at(`src/page/style/${name}.css`), 'utf8');
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
}

/** A page searches without words of a near sense, which would be a seventh of it. */
const withoutRelatedWords = {
  name: 'without-related-words',
  resolveId: (source) =>
    source.endsWith('/related-words.ts') ? at('scripts/build/no-related-words.js') : undefined,
};

/** The script of an exported page, and the paths of all files that went into it. */
async function pageScript(name) {
  const { code, inputs } = await bundled(at(`src/page/${name}.ts`), {
    platform: 'browser',
    plugins: [withoutRelatedWords],
    transform: { target: 'es2022' },
    output: { format: 'esm', minify: true, comments: false },
  });
  return { script: code.trim(), inputs };
}

/** A script as a page holds it: deflated (RFC 1951), and the hash by which its content security policy allows it. */
function packed(script) {
  // Code, words and lists want tables of their own: smaller blocks save 1 % of it.
  const bytes = deflateRawSync(script, { level: 9, memLevel: 6 });
  return {
    deflated: inBase85(bytes),
    bytes: bytes.length,
    hash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
  };
}

/** The scripts and the style of the exported pages. */
async function generatePageAssets() {
  const page = await pageScript('page');
  const index = await pageScript('index-page');
  const style = (await Promise.all(STYLES.map(styleOf))).join('');
  const assets = { script: packed(page.script), indexScript: packed(index.script), style };
  await writeModule(
    'page-assets',
    `export const PAGE_ASSETS = ${JSON.stringify(assets)};
`,
    `/** A script, deflated and in base 85, how many bytes that is, and the hash of it as it runs. */
export interface PackedScript {
  readonly deflated: string;
  readonly bytes: number;
  readonly hash: string;
}

/** The scripts and the style of the exported pages: of a story, and of the index of several. */
export const PAGE_ASSETS: {
  readonly script: PackedScript;
  readonly indexScript: PackedScript;
  readonly style: string;
};
`,
  );
  return [...page.inputs, ...index.inputs];
}

/** The texts that `kimtrip completion` prints; they are files of their own so that the tools of the shells can check them. */
async function generateCompletionScripts() {
  const shells = ['bash', 'zsh', 'fish'];
  const texts = shells.map((shell) => readFile(at(`src/completion/kimtrip.${shell}`), 'utf8'));
  const scripts = Object.fromEntries((await Promise.all(texts)).map((text, index) => [shells[index], text]));
  await writeModule(
    'completion-scripts',
    `export const COMPLETION_SCRIPTS = ${JSON.stringify(scripts)};\n`,
    `/** The completion script of each shell. */
export const COMPLETION_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', string>>;
`,
  );
}

/** The claim set that comes with the program, checked. */
async function generateShippedClaimSet() {
  const { code } = await bundled(at('scripts/build/check-claim-set.js'), { platform: 'node' });
  const { checkedTexts } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  await writeModule(
    'shipped-claim-set',
    `export const SHIPPED = ${JSON.stringify(await checkedTexts(at('data/kim-trip')))};\n`,
    `/** The texts of the two files of the claim set that comes with the program: sound, with every default filled in. */
export const SHIPPED: { readonly claims: string; readonly article: string };
`,
  );
}

/** The words that search takes for no slip. */
async function generateEnglishWords() {
  const { inputs, ...words } = await packEnglishWords();
  await writeModule(
    'english-words',
    `export const ENGLISH_WORDS = ${JSON.stringify(words)};\n`,
    `/** Common words of English, as \`search/real-words.ts\` reads them. */
export const ENGLISH_WORDS: { readonly range: number; readonly count: number; readonly text: string };
`,
  );
  return inputs;
}
