#!/usr/bin/env node
// CommonJS (see package.json beside this): a module that imports the bundle takes half as long again to start.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const BUNDLE = join(__dirname, '../dist/kimtrip.cjs');

/** The bytes at the end of the kept code that tell what it was made of. */
const CHECKSUM = 4;

/** What the bundle exports, from the code that this V8 compiled at build time; null where it did not. */
function compiledAtBuild() {
  let kept;
  try {
    kept = readFileSync(`${BUNDLE}.${process.versions.v8}.${process.arch}.cache`);
  } catch {
    return null;
  }
  const source = readFileSync(BUNDLE);
  const cachedData = kept.subarray(0, -CHECKSUM);
  // V8 itself compares only its version and the lengths: it would run code of another bundle as long, or crash on what is broken.
  const { crc32 } = require('node:zlib'); // From Node 20.15 on.
  if (kept.length < CHECKSUM || crc32?.(cachedData, crc32(source)) !== kept.readUInt32LE(cachedData.length))
    return null;
  const script = new Script(Module.wrap(source.toString()), { filename: BUNDLE, cachedData });
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
