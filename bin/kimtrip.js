#!/usr/bin/env node
// CommonJS (see package.json beside this): to start an ES module takes Node 25 ms longer.
require('node:module').enableCompileCache?.();
const { main, processIo } = require('../dist/kimtrip.cjs');

// Everything is written by then. To let Node end by itself takes 8 ms longer.
main(process.argv.slice(2), processIo(process)).then((code) => process.exit(code));
