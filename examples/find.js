// What a search finds, with who says it and how sure: node examples/find.js WORDS…
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSearch, loadClaimSet, qualifiersText, visible } from 'kimtrip';

const words = process.argv.slice(2).join(' ');
if (!words) {
  console.error('usage: node examples/find.js WORDS…');
  process.exit(2);
}
const shipped = dirname(fileURLToPath(import.meta.resolve('kimtrip/data/kim-trip/claims.json')));
const claimSet = await loadClaimSet(shipped);
const search = createSearch(claimSet);

for (const { claim, match } of search(words)) {
  console.log(visible(`${claim.text} (${qualifiersText(claim)})`));
  console.log(visible(`  “${claim.quote.exact}”, score ${match.score}`));
}
