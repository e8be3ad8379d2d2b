// @ts-check
import { fileURLToPath } from 'node:url';

/** The path of a file of the project. */
export const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
