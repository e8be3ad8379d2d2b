import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { at } from './paths.js';

/** What everything that ships has in common. */
export const SHIPPED = { bundle: true, minify: true, legalComments: 'none', metafile: true };

/**
 * Libraries and modules that few command lines need, and what is called of each. Each is a file of its own that is loaded when it is
 * first called, since Node reads a file through before it runs any of it.
 */
const SELDOM = {
  chalk: 'Chalk',
  'cli-table3': 'default',
  'csv-stringify/sync': 'stringify',
  'fuse.js': 'default',
  'jsonc-parser/lib/esm/main.js': 'visit',
  'string-width': 'default',
  './src/generated/page-assets.js': 'pageAssets',
  './src/generated/shape-errors.js': 'shapeErrors',
};
const fileOf = (library) =>
  `${library.replace('./src/generated/', '').replaceAll('/', '-').replace(/\.js$/, '')}.cjs`;
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
const bundleLibraries = () =>
  Object.entries(SELDOM).map(([library, name]) =>
    build({
      ...forNode,
      stdin: { contents: `export { ${name} as called } from '${library}';`, resolveDir: at('.') },
      plugins: [asElsewhere],
      external: ['./*.cjs'],
      outfile: at(`dist/${fileOf(library)}`),
    }),
  );
const bundleProgram = () =>
  build({
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
    onResolve({ filter: /^(fuse\.js|jsonc-parser\/.*|.*\/generated\/.*)$/ }, ({ path }) => ({
      path: nameOf(path),
      namespace: 'shared',
    }));
    onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
      contents: `import library from './${fileOf(path)}'; const { called } = library; export { called as ${SELDOM[path]} };`,
    }));
  },
};
const bundleLibrary = () =>
  build({
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

/**
 * Writes `dist`: the program as one CommonJS file (starting one is several times cheaper than resolving packages one by one),
 * what it seldom needs, and the library.
 *
 * @returns the paths of all files that went into it
 */
export async function bundle() {
  const builds = await Promise.all([bundleProgram(), bundleLibrary(), ...bundleLibraries()]);
  const program = at('dist/kimtrip.cjs');
  // In ASCII alone it is read in a fraction of the time; esbuild leaves other characters in patterns and templates.
  const ascii = (await readFile(program, 'utf8')).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await writeFile(program, ascii);
  return builds.flatMap(({ metafile }) => Object.keys(metafile.inputs));
}
