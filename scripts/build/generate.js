import { mkdir, readFile, writeFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { SHIPPED } from './bundle.js';
import { at } from './paths.js';

/**
 * Writes `src/generated`: the checks that Ajv makes of the JSON Schema, and files that the program writes out again.
 *
 * @returns the paths of all files that went into it
 */
export async function generate() {
  await mkdir(at('src/generated'), { recursive: true });
  return [
    ...(await generateChecks()),
    ...(await generatePageAssets()),
    ...(await generateCompletionScripts()),
  ];
}

const write = async (name, code, types) => {
  await writeFile(at(`src/generated/${name}.js`), code);
  await writeFile(at(`src/generated/${name}.d.ts`), types);
};

/** Two of them, since to look for all that is wrong takes longer, and twice the code, which most runs need not load. */
async function generateChecks() {
  const everyone = { messages: false, unicodeRegExp: false };
  const first = await checkOf(everyone);
  await write(
    'has-shape',
    // Nobody asks what the first error was.
    `${first.code.replace(/\.errors = \[\{.*?\}\];(?=\s*return false)/g, '.errors = [{}];')}
export const hasShape = (json) => validateClaimSet(json);
`,
    `/** Whether parsed JSON is a claim set by the JSON Schema; fills in its defaults on the way. */
export const hasShape: (json: unknown) => boolean;
`,
  );
  // An error then carries its schema, and with it the fields to suggest.
  const all = await checkOf({ ...everyone, allErrors: true, verbose: true });
  await write(
    'shape-errors',
    `${all.code}
export const shapeErrors = (json) => (validateClaimSet(json) ? [] : validateClaimSet.errors);
`,
    `import type { ErrorObject } from 'ajv';

/** What keeps parsed JSON from being a claim set by the JSON Schema; fills in its defaults on the way. */
export const shapeErrors: (json: unknown) => ErrorObject[];
`,
  );
  return all.inputs;
}

/** Code that checks a claim set by the schema, which defines `validateClaimSet`. */
async function checkOf(options) {
  const schema = JSON.parse(await readFile(at('data/kimtrip.schema.json'), 'utf8'), (key, value) =>
    // What it says to people.
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
  const ajv = new Ajv.default({
    schemas: [schema],
    useDefaults: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
    ...options,
  });
  const code = standaloneCode.default(ajv, { validateClaimSet: `${schema.$id}#/$defs/claimSet` });
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: at('.') },
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  const [{ text }] = outputFiles;
  return {
    code: text.replace(/export \{\s*validateClaimSet\s*\};/, ''),
    inputs: Object.keys(metafile.inputs),
  };
}

/** The script and the style of the exported page. */
async function generatePageAssets() {
  const { outputFiles, metafile } = await build({
    entryPoints: [at('src/page/page.ts'), at('src/page/page.css')],
    ...SHIPPED,
    platform: 'browser',
    target: ['es2022'],
    format: 'iife',
    write: false,
    outdir: at('src/generated'),
  });
  const [script, style] = outputFiles.map(({ text }) => text.trim());
  if (/<\/script|<!--/i.test(script)) throw new Error('the page’s script would end its own element');
  await write(
    'page-assets',
    `export const pageAssets = () => (${JSON.stringify({ script, style })});\n`,
    `/** What the exported page does and how it looks, minified. */
export const pageAssets: () => { readonly script: string; readonly style: string };
`,
  );
  return Object.keys(metafile.inputs);
}

/** What `kimtrip completion` prints, written as scripts so that a shell's own tools can check them. */
async function generateCompletionScripts() {
  const paths = ['bash', 'zsh', 'fish'].map((shell) => [shell, `src/completion/kimtrip.${shell}`]);
  const texts = paths.map(async ([shell, path]) => [shell, await readFile(at(path), 'utf8')]);
  const scripts = Object.fromEntries(await Promise.all(texts));
  await write(
    'completion-scripts',
    `export const COMPLETION_SCRIPTS = ${JSON.stringify(scripts)};\n`,
    `/** The completion script of each shell. */
export const COMPLETION_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', string>>;
`,
  );
  return paths.map(([, path]) => path);
}
