// @ts-check
// Makes the types of the library: for browsers, and for Node what there is besides.
import { writeFile } from 'node:fs/promises';
import { generateDtsBundle } from 'dts-bundle-generator';
import { at } from './build/paths.js';

const [browser, node] = generateDtsBundle(
  ['browser', 'index'].map((name) => ({ filePath: at(`src/${name}.ts`), output: { noBanner: true } })),
  { preferredConfigPath: at('tsconfig.library.json') },
);

/** How many characters two texts share from their beginning, or from their end on. */
function shared(one, other, place) {
  let count = 0;
  while (count < one.length && one.at(place(count)) === other.at(place(count))) count += 1;
  return count;
}
const begin = shared(browser, node, (count) => count);
const end = shared(browser, node, (count) => -1 - count);
if (begin + end < browser.length) throw new Error('the types for Node do not hold those for browsers');
const added = node.slice(begin, begin + node.length - browser.length);
const exported = new Set(
  Array.from(browser.matchAll(/^export (?:declare )?\w+ (\w+)/gm), ([, name]) => name),
);
const used = [...new Set(added.match(/\w+/g))].filter((name) => exported.has(name));

await writeFile(at('dist/browser.d.ts'), browser);
await writeFile(
  at('dist/index.d.ts'),
  `import type { ${used.join(', ')} } from './browser.js';\n\nexport * from './browser.js';\n${added}`,
);
