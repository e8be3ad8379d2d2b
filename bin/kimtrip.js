#!/usr/bin/env node
// CommonJS (see package.json beside this): a module that imports the bundle takes half as long again to start.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const BUNDLE = join(__dirname, '../dist/kimtrip.cjs');

/** What makes a script of a module, as the build did. */
const [OPEN, CLOSE] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

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
  // broken. So the file holds the bundle as a script, then its code twice; to load what makes checksums would take longer.
  const [begin, end] = [OPEN.length, OPEN.length + source.length];
  const codes = kept.subarray(end + CLOSE.length);
  const cachedData = codes.subarray(0, codes.length / 2);
  const isWhole =
    source.equals(kept.subarray(begin, end)) && cachedData.equals(codes.subarray(cachedData.length));
  if (!isWhole) return null;
  const script = new Script(kept.latin1Slice(0, end + CLOSE.length), { filename: BUNDLE, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, BUNDLE, dirname(BUNDLE));
  return module.exports;
}

function compiledNow() {
  require('node:module').enableCompileCache?.();
  return require(BUNDLE);
}

const { main, processIo } = compiledAtBuild() ?? compiledNow();

// All is written by then; to let Node find that nothing is left, and take everything down, takes longer.
main(process.argv.slice(2), processIo(process)).then((code) => process.exit(code));
