"""How sure each source is, as a table: kimtrip list --format jsonl | python3 examples/table.py"""

import json
import sys
from collections import Counter

LEVELS = ["certain", "probable", "possible", "uncommitted"]

counts = Counter()
for line in sys.stdin:
    claim = json.loads(line)
    # The last of those named is the one whose certainty it is.
    source = claim["attribution"][-1]["name"] if claim["attribution"] else "the article"
    counts[source, claim["certainty"]] += 1

sources = sorted({source for source, _ in counts})
width = max(map(len, sources), default=0)
print(" " * width, *LEVELS)
for source in sources:
    cells = [str(counts[source, level]).rjust(len(level)) for level in LEVELS]
    print(source.ljust(width), *cells)
