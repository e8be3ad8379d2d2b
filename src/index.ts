/**
 * kimtrip as a library under Node: all that runs anywhere, and reading a claim set from its folder.
 *
 * @packageDocumentation
 */

export * from './browser.ts';
export { loadClaimSet } from './claim-set/load.ts';
