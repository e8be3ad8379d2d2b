#!/usr/bin/env node
import { main } from '../dist/kimtrip.cjs';

process.exitCode = await main(process.argv.slice(2), process);
