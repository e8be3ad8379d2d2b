"""How sure each source is, as a table: kimtrip list --format jsonl | python3 examples/table.py"""

import json
import sys
import unicodedata
from collections import Counter

LEVELS = ["certain", "probable", "possible", "uncommitted"]


def visible(text):
    """Names come from data: nothing in them may drive the terminal."""
    return "".join("?" if unicodedata.category(each)[0] == "C" else each for each in text)


counts = Counter()
for line in sys.stdin:
    claim = json.loads(line)
    # Whole, outermost first: a claim that is passed on is not said by its last source directly.
    counts[visible(claim["saidBy"]), claim["certainty"]] += 1

sources = sorted({source for source, _ in counts})
width = max(map(len, sources), default=0)
print(" " * width, *LEVELS)
for source in sources:
    cells = [str(counts[source, level]).rjust(len(level)) for level in LEVELS]
    print(source.ljust(width), *cells)
