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

/** One check a part of a claim set, so that the items of a long list can be checked one by one. */
async function generateChecks() {
  const schema = JSON.parse(await readFile(at('data/kimtrip.schema.json'), 'utf8'), (key, value) =>
    // What it says to people.
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
  const ajv = new Ajv.default({
    schemas: [schema],
    useDefaults: true,
    allowUnionTypes: true,
    messages: false,
    unicodeRegExp: false,
    allErrors: true,
    // An error then carries its schema, and with it the fields to suggest.
    verbose: true,
    code: { source: true, esm: true },
  });
  const parts = ['claimSet', 'entity', 'topic', 'claim'];
  const refs = parts.map((part) => [part, `${schema.$id}#/$defs/${part}`]);
  const checks = standaloneCode.default(ajv, Object.fromEntries(refs));
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `${checks}
const checks = { ${parts.join(', ')} };
export const shapeErrors = (part, json) => (checks[part](json) ? [] : checks[part].errors);`,
      resolveDir: at('.'),
    },
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  await write(
    'shape-errors',
    outputFiles[0].text,
    `import type { ErrorObject } from 'ajv';

/**
 * What keeps parsed JSON from being a part of a claim set by the JSON Schema: \`claimSet\` is the whole of it. Fills in the
 * schema's defaults on the way.
 */
export const shapeErrors: (part: ${parts.map((part) => `'${part}'`).join(' | ')}, json: unknown) => ErrorObject[];
`,
  );
  return Object.keys(metafile.inputs);
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
