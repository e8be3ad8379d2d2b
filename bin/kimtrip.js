#!/usr/bin/env node
// CommonJS (see package.json beside this): a module that imports the bundle takes half as long again to start.
require('node:module').enableCompileCache?.();
const { main, processIo } = require('../dist/kimtrip.cjs');

// All is written by then; to let Node find that nothing is left, and take everything down, takes longer.
main(process.argv.slice(2), processIo(process)).then((code) => process.exit(code));
