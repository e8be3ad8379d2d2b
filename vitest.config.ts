import { defineConfig } from 'vitest/config';

const SLOW = 'tests/slow/**/*.test.ts';

export default defineConfig({
  test: {
    // Left to itself, Vitest leaves one core idle.
    maxWorkers: '100%',
    projects: [
      // `npm test`: the program in this process.
      { test: { name: 'fast', include: ['tests/**/*.test.ts'], exclude: [SLOW], testTimeout: 20_000 } },
      // What `npm run test:all` adds: processes, terminals, shells, databases, a browser, an installation, random inputs, large ones.
      { test: { name: 'slow', include: [SLOW], testTimeout: 60_000 } },
    ],
  },
});
