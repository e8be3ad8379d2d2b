#!/usr/bin/env bash
# What the article is not sure of, under whoever says it: examples/unsure.sh [kimtrip options]
set -euo pipefail

# The last filter keeps characters of the data from driving the terminal.
kimtrip list --certainty probable,possible,uncommitted --json "$@" | jq -r '
  group_by(.saidBy)[]
  | .[0].saidBy, (.[] | "  \(.howSure): \(.text)")
  | gsub("[\\p{Cc}\\p{Cf}]"; "?")'
