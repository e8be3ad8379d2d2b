#!/usr/bin/env node
import { main } from '../dist/kimtrip.cjs';

process.once('SIGINT', () => process.exit(130));
process.exitCode = await main(process.argv.slice(2), process);
