// Makes what runs: the validator that Ajv writes from the JSON Schema, then the program as one CommonJS file
// (starting one file is several times cheaper than resolving its packages one by one).
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
await mkdir(at('dist'), { recursive: true });
// Types are made apart, before a package is packed.
for (const file of await readdir(at('dist'))) if (!file.endsWith('.d.ts')) await rm(at(`dist/${file}`));
/** What everything that ships has in common. */
const SHIPPED = { bundle: true, minify: true, legalComments: 'none', metafile: true };
/** The schema without what it says to people. */
const schema = JSON.parse(await readFile(at('data/kimtrip.schema.json'), 'utf8'), (key, value) =>
  key === 'description' && typeof value === 'string' ? undefined : value,
);

/**
 * Ajv's check of parsed JSON against the claim set of the schema, which fills in defaults.
 *
 * @param exported what the module offers, made of `validateClaimSet`
 */
async function writeValidator(file, options, exported) {
  const ajv = new Ajv.default({
    schemas: [schema],
    useDefaults: true,
    allowUnionTypes: true,
    messages: false,
    unicodeRegExp: false, // No pattern needs it, and it takes longer.
    ...options,
    code: { source: true, esm: true },
  });
  const validator = standaloneCode
    .default(ajv, { validateClaimSet: `${schema.$id}#/$defs/claimSet` })
    .replace('export const', 'const');
  // Where the first error is enough, nobody asks what it was.
  const code = options.allErrors
    ? validator
    : validator.replace(/\.errors = \[\{.*?\}\];(?=return false)/g, '.errors = [{}];');
  return build({
    stdin: { contents: code + exported, resolveDir: at('.') },
    bundle: true,
    format: 'esm',
    metafile: true,
    outfile: at(`src/generated/${file}.js`),
  });
}

await mkdir(at('src/generated'), { recursive: true });
// Two of them, since to look for all that is wrong takes longer, and three times the code, which most runs need not load.
const validators = [
  await writeValidator(
    'has-shape',
    { allErrors: false },
    'export const hasShape = (json) => validateClaimSet(json);',
  ),
  await writeValidator(
    'shape-errors',
    { allErrors: true, verbose: true }, // An error then carries its schema, and with it the fields to suggest.
    'export const shapeErrors = (json) => (validateClaimSet(json) ? [] : validateClaimSet.errors);',
  ),
];
await writeFile(
  at('src/generated/has-shape.d.ts'),
  `/** Whether parsed JSON is a claim set by the JSON Schema; fills in its defaults on the way. */
export const hasShape: (json: unknown) => boolean;
`,
);
await writeFile(
  at('src/generated/shape-errors.d.ts'),
  `import type { ErrorObject } from 'ajv';

/** What keeps parsed JSON from being a claim set by the JSON Schema; fills in its defaults on the way. */
export const shapeErrors: (json: unknown) => ErrorObject[];
`,
);

// The script and the style of the exported page, as strings that the program writes into it.
const page = await build({
  entryPoints: [at('src/page/page.ts'), at('src/page/page.css')],
  ...SHIPPED,
  platform: 'browser',
  target: ['es2022'],
  format: 'iife',
  write: false,
  outdir: at('src/generated'),
});
const [pageScript, pageStyle] = page.outputFiles.map(({ text }) => text.trim());
if (/<\/script|<!--/i.test(pageScript)) throw new Error('the page’s script would end its own element');
await writeFile(
  at('src/generated/page-assets.js'),
  `export const pageAssets = () => (${JSON.stringify({ script: pageScript, style: pageStyle })});\n`,
);
await writeFile(
  at('src/generated/page-assets.d.ts'),
  `/** What the exported page does and how it looks, minified. */
export const pageAssets: () => { readonly script: string; readonly style: string };
`,
);

// What `kimtrip completion` prints, written as scripts so that a shell's own tools can check them.
const shells = ['bash', 'zsh', 'fish'];
const scripts = shells.map((shell) => readFile(at(`src/completion/kimtrip.${shell}`), 'utf8'));
const scriptOf = Object.fromEntries((await Promise.all(scripts)).map((text, index) => [shells[index], text]));
await writeFile(
  at('src/generated/completion-scripts.js'),
  `export const COMPLETION_SCRIPTS = ${JSON.stringify(scriptOf)};\n`,
);
await writeFile(
  at('src/generated/completion-scripts.d.ts'),
  `/** The completion script of each shell. */
export const COMPLETION_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', string>>;
`,
);

/**
 * Libraries and modules that few command lines need, and what is called of each. Each is a file of its own that is loaded when it is
 * first called, since Node reads a file through before it runs any of it.
 */
const SELDOM = {
  chalk: 'Chalk',
  'cli-table3': 'default',
  'csv-stringify/sync': 'stringify',
  edtf: 'default',
  'fuse.js': 'default',
  'string-width': 'default',
  './src/generated/has-shape.js': 'hasShape',
  './src/generated/page-assets.js': 'pageAssets',
  './src/generated/shape-errors.js': 'shapeErrors',
};
const fileOf = (library) =>
  `${library.replace('./src/generated/', '').replace('/', '-').replace(/\.js$/, '')}.cjs`;
/** By what name a module is in the table, however it is imported. */
const nameOf = (path) => path.replace(/^.*\/generated\//, './src/generated/');
/** How the bundle is to require one: what runs it from kept code lends it the `require` of `bin/`. */
const fromBin = (library) => `../dist/${fileOf(library)}`;

const loadedWhenCalled = {
  name: 'loaded-when-called',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path }) =>
      nameOf(path) in SELDOM ? { path: nameOf(path), namespace: 'seldom' } : null,
    );
    onLoad({ filter: /./, namespace: 'seldom' }, ({ path }) => ({
      contents: `
        let library;
        function called(...given) {
          library ??= require('${fromBin(path)}').called;
          return new.target ? new library(...given) : library(...given);
        }
        export { called as ${SELDOM[path]} };
      `,
    }));
  },
};

/** The schema comes with the data. */
const schemaOfData = {
  name: 'schema-of-data',
  setup({ onResolve }) {
    const external = () => ({ path: '../data/kimtrip.schema.json', external: true });
    onResolve({ filter: /\/kimtrip\.schema\.json$/ }, external);
  },
};

/** Commander starts programs beside the main one for subcommands; there are none here, and this takes a while to load. */
const withoutChildProcesses = {
  name: 'without-child-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const forNode = {
  // The kept code runs as a plain script, which cannot import.
  supported: { 'dynamic-import': false },
  ...SHIPPED,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
};
/** The table's own copy of string-width is an old one, its colours are never asked for, and chalk is told what to do. */
const asElsewhere = {
  name: 'as-elsewhere',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(string-width|@colors\/colors\/safe|#supports-color)$/ }, ({ path, importer }) =>
      /\/(cli-table3|chalk)\//.test(importer) ? { path, namespace: 'elsewhere' } : null,
    );
    onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path }) => ({
      contents:
        path in SELDOM ? `module.exports = require('./${fileOf(path)}').called;` : 'module.exports = {};',
    }));
  },
};
const libraries = Object.entries(SELDOM).map(([library, name]) =>
  build({
    ...forNode,
    stdin: { contents: `export { ${name} as called } from '${library}';`, resolveDir: at('.') },
    plugins: [asElsewhere],
    external: ['./*.cjs'],
    outfile: at(`dist/${fileOf(library)}`),
  }),
);
const program = build({
  ...forNode,
  entryPoints: [at('src/cli.ts')],
  plugins: [loadedWhenCalled, schemaOfData, withoutChildProcesses],
  external: Object.keys(SELDOM).map(fromBin),
  define: { 'import.meta.dirname': '__dirname' },
  outfile: at('dist/kimtrip.cjs'),
});

/** The library is ESM, and has the same files for what it seldom needs. */
const sharedWithProgram = {
  name: 'shared-with-program',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(edtf|fuse\.js|.*\/generated\/.*)$/ }, ({ path }) => ({
      path: nameOf(path),
      namespace: 'shared',
    }));
    onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
      contents: `import library from './${fileOf(path)}'; const { called } = library; export { called as ${SELDOM[path]} };`,
    }));
  },
};
const library = build({
  entryPoints: [at('src/index.ts'), at('src/browser.ts')],
  ...SHIPPED,
  splitting: true,
  platform: 'neutral',
  target: 'es2022',
  format: 'esm',
  mainFields: ['module', 'main'],
  plugins: [sharedWithProgram],
  external: ['node:*', ...Object.keys(SELDOM).map((library) => `./${fileOf(library)}`)],
  outdir: at('dist'),
});

// The bundle holds copies of these packages, whose licences ask to go with them.
const builds = [...validators, page, ...(await Promise.all([program, library, ...libraries]))];
const inputs = builds.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
/** The package that has these terms already. */
const firstWith = new Map();
const notices = [];
for (const folder of [...new Set(packages)].sort()) {
  const { name, version, license } = JSON.parse(await readFile(at(`${folder}/package.json`), 'utf8'));
  const file = (await readdir(at(folder))).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? await readFile(at(`${folder}/${file}`), 'utf8') : `${license} License`;
  // Whose it is comes first, then the terms.
  const [whose, terms = ''] = text.trim().split(/^(?=Permission is hereby granted)/m);
  const words = terms.replace(/\s+/g, ' ');
  const told = firstWith.has(words) ? `The terms are those of ${firstWith.get(words)} above.` : terms;
  if (terms && !firstWith.has(words)) firstWith.set(words, name);
  notices.push(`${name} ${version} (${license})\n\n${whose}${terms && told}\n`);
}
await writeFile(at('dist/LICENSES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));

// What V8 made of the bundle by running it, for the same V8 to begin with: to compile takes a third of a short run.
// It belongs to this machine, so that the package leaves it out.
const bundle = at('dist/kimtrip.cjs');
// In ASCII alone it is read in a fraction of the time; esbuild leaves other characters in patterns and templates.
const source = (await readFile(bundle, 'utf8')).replace(
  /[^\0-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
await writeFile(bundle, source);
// As in bin/.
const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
const script = new Script(wrapped, { filename: bundle });
const kimtrip = { exports: {} };
script.runInThisContext()(kimtrip.exports, createRequire(bundle), kimtrip, bundle, at('dist'));
const prepared = kimtrip.exports.prepare(at('data/kim-trip'));
await writeFile(at(`dist/${prepared.name}`), prepared.bytes);
const unread = { write: (_, done) => done() };
const world = { stdin: [], stdout: unread, stderr: unread, env: {} };
for (const line of ['search putin --json', 'search vladmir puttin', 'list', 'quote s18.3'])
  await kimtrip.exports.main(line.split(' '), world);
// The program compares the source, and the code with itself, to know that both are as they were.
const code = script.createCachedData();
const kept = Buffer.concat([Buffer.from(wrapped), code, code]);
await writeFile(`${bundle}.${process.versions.v8}.${process.arch}.cache`, kept);
