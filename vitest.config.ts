import { defineConfig } from 'vitest/config';

const SLOW = 'tests/slow/**/*.test.ts';

export default defineConfig({
  test: {
    // Left to itself, Vitest leaves one core idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          // `npm test`: the program in the process of the tests. Their files share what they import, which saves a third of the time.
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: [SLOW],
          setupFiles: 'tests/seed.ts',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          // What `npm run test:all` adds: processes, terminals, shells, databases, a browser, an installation; inputs that are random or large.
          name: 'slow',
          include: [SLOW],
          setupFiles: 'tests/seed.ts',
          testTimeout: 120_000,
        },
      },
    ],
  },
});
