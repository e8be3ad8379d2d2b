import { join } from 'node:path';

/** The folder of the claim set that comes with the program, beside both the sources and the bundle. */
export const SHIPPED_CLAIM_SET = join(import.meta.dirname, '../data/kim-trip');
