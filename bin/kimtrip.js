#!/usr/bin/env node
// CommonJS (see package.json beside this): a module that imports the bundle takes half as long again to start.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const BUNDLE = join(__dirname, '../dist/kimtrip.cjs');

/** What the bundle exports, from the code that this V8 compiled at build time; null where it did not. */
function compiledAtBuild() {
  let cachedData;
  try {
    cachedData = readFileSync(`${BUNDLE}.${process.versions.v8}.cache`);
  } catch {
    return null;
  }
  // V8 itself passes over what does not fit.
  const script = new Script(Module.wrap(readFileSync(BUNDLE, 'utf8')), { filename: BUNDLE, cachedData });
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, Module.createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  return module.exports;
}

function compiledNow() {
  Module.enableCompileCache?.();
  return require(BUNDLE);
}

const { main } = compiledAtBuild() ?? compiledNow();

process.once('SIGINT', () => process.exit(130));
main(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
