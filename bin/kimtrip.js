#!/usr/bin/env node
// CommonJS (see package.json beside this): a module that imports the bundle takes half as long again to start.
require('node:module').enableCompileCache?.();
const { main } = require('../dist/kimtrip.cjs');

process.once('SIGINT', () => process.exit(130));
main(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
