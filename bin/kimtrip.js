#!/usr/bin/env node
// CommonJS (see package.json beside this): a module that imports the bundle takes half as long again to start.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const BUNDLE = join(__dirname, '../dist/kimtrip.cjs');

/** What the bundle exports, from the code that this V8 compiled at build time; null where it did not. */
function compiledAtBuild() {
  const source = readFileSync(BUNDLE);
  let kept;
  try {
    kept = readFileSync(`${BUNDLE}.${process.versions.v8}.${process.arch}.cache`);
  } catch {
    return null;
  }
  // V8 itself compares only its version and the lengths: it would run code of another bundle as long, or crash on what is
  // broken. So the file holds the bundle, then its code twice; to load what makes checksums would take longer.
  const codes = kept.subarray(source.length);
  const cachedData = codes.subarray(0, codes.length / 2);
  const isWhole = source.equals(kept.subarray(0, source.length)) && cachedData.equals(codes.subarray(cachedData.length));
  if (!isWhole) return null;
  const script = new Script(Module.wrap(source.toString('latin1')), { filename: BUNDLE, cachedData });
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, Module.createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  return module.exports;
}

function compiledNow() {
  Module.enableCompileCache?.();
  return require(BUNDLE);
}

const { main, processIo } = compiledAtBuild() ?? compiledNow();

process.once('SIGINT', () => process.exit(130));
main(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
});
