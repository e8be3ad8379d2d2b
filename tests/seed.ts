import fc from 'fast-check';

// Random inputs are the same in each run of the tests, so that a red run means a change. `npm run fuzz` tries new ones; a
// failure names its seed, and `KIMTRIP_FUZZ_SEED` tries that again.
const seed = process.env['KIMTRIP_FUZZ_SEED'] ?? (process.env['KIMTRIP_FUZZ_RUNS'] ? undefined : 1);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
