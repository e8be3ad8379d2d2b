#!/usr/bin/env node
// @ts-check
// CommonJS (see package.json beside this): to start an ES module takes Node 25 ms longer.
// @ts-expect-error The types are those of Node 20, which has no compile cache.
require('node:module').enableCompileCache?.();
const { main, processIo } = require('../dist/kimtrip.cjs');

// Everything is written by then. To let Node end by itself takes 8 ms longer.
main(process.argv.slice(2), processIo(process)).then((code) => process.exit(code));
