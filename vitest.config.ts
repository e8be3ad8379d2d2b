import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Left to itself, Vitest leaves one core idle.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 20_000, maxWorkers: '100%' },
});
