// What a search finds, with who says it and how sure: node examples/find.js WORDS…
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSearch, loadClaimSet, qualifiersText } from 'kimtrip';

const shipped = dirname(fileURLToPath(import.meta.resolve('kimtrip/data/kim-trip/claims.json')));
const claimSet = await loadClaimSet(shipped);
const search = createSearch(claimSet);

for (const { claim, match } of search(process.argv.slice(2).join(' '))) {
  console.log(`${claim.text} (${qualifiersText(claim, claimSet.article)})`);
  console.log(`  “${claim.quote.exact}”, score ${match().score}`);
}
