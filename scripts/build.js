// Makes what runs: the validator that Ajv writes from the JSON Schema, then the program as one CommonJS file
// (starting one file is several times cheaper than resolving its packages one by one).
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const schema = JSON.parse(await readFile(at('data/kimtrip.schema.json'), 'utf8'));

const ajv = new Ajv.default({
  schemas: [schema],
  allErrors: true,
  useDefaults: true,
  allowUnionTypes: true,
  verbose: true, // An error then carries its schema, and with it the fields to suggest.
  code: { source: true, esm: true },
});
const validator = standaloneCode.default(ajv, { validateClaimSet: `${schema.$id}#/$defs/claimSet` });
await mkdir(at('src/generated'), { recursive: true });
const validatorBuild = await build({
  stdin: { contents: validator, resolveDir: at('.') },
  bundle: true,
  format: 'esm',
  metafile: true,
  outfile: at('src/generated/validate-claim-set.js'),
});
await writeFile(
  at('src/generated/validate-claim-set.d.ts'),
  `import type { ErrorObject } from 'ajv';

/** Checks parsed JSON against the claim set of the JSON Schema and fills in its defaults. */
export const validateClaimSet: { (json: unknown): boolean; errors?: ErrorObject[] | null };
`,
);

const program = await build({
  entryPoints: [at('src/cli.ts')],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  metafile: true,
  define: { 'import.meta.dirname': '__dirname' },
  outfile: at('dist/kimtrip.cjs'),
});

// The bundle holds copies of these packages, whose licences ask to go with them.
const inputs = [validatorBuild, program].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
const notices = [...new Set(packages)].sort().map(async (folder) => {
  const { name, version, license } = JSON.parse(await readFile(at(`${folder}/package.json`), 'utf8'));
  const file = (await readdir(at(folder))).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? await readFile(at(`${folder}/${file}`), 'utf8') : `${license} License`;
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
});
await writeFile(at('dist/LICENSES.txt'), (await Promise.all(notices)).join(`\n${'-'.repeat(80)}\n\n`));
