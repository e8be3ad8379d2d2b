// @ts-check
import { build } from 'rolldown';
import { at } from './paths.js';

/** How everything that ships is written. */
const SHIPPED = { dir: at('dist'), minify: true, comments: false };

/**
 * Two parts of libraries that kimtrip never uses, and that load much of Node: commander starts other programs for subcommands
 * (20 ms), and chalk looks at the terminal, which kimtrip does itself (12 ms).
 */
const NEVER_USED = {
  'node:child_process': at('scripts/build/unused.js'),
  '#supports-color': at('scripts/build/unused.js'),
};

/** Of libraries alone: kimtrip starts a pager. */
const withoutNeverUsed = {
  name: 'without-never-used',
  resolveId: (source, importer = '') => (importer.includes('node_modules') ? NEVER_USED[source] : undefined),
};

/**
 * The program, in CommonJS: Node's loader of ES modules takes 35 ms longer. What is behind an `import()` is a file of its own, since Node
 * reads a file through before it runs any of it: all in one file takes 10 ms longer. What each run needs is one file, and so is what
 * `search` needs: as forty small ones they take 7 ms longer.
 */
const buildProgram = () =>
  build({
    input: { kimtrip: at('src/cli.ts') },
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    transform: { target: 'node20' },
    plugins: [withoutNeverUsed],
    output: {
      ...SHIPPED,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        groups: [
          { name: 'start', tags: ['$initial'] },
          { name: 'search', test: /src\/commands\/search\.ts$/ },
        ],
      },
    },
  });

/** The library, in ES modules for Node, browsers and bundlers. */
const buildLibrary = () =>
  build({
    input: [at('src/index.ts'), at('src/browser.ts')],
    platform: 'neutral',
    transform: { target: 'es2022' },
    resolve: { mainFields: ['module', 'main'] },
    external: /^node:/,
    output: { ...SHIPPED, format: 'esm', chunkFileNames: '[name].js' },
  });

/**
 * Writes `dist`: the program and the library.
 *
 * @returns the paths of all files that went into it
 */
export async function bundle() {
  const builds = await Promise.all([buildProgram(), buildLibrary()]);
  return builds.flatMap(({ output }) =>
    output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])),
  );
}
