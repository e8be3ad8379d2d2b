#!/usr/bin/env bash
# Packs two copies of the checkout in two folders, each built by itself, and compares the packages byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
hashes=()
for copy in one "another one"; do
  mkdir "$folder/$copy"
  git ls-files -z | xargs -0 cp --parents --target-directory "$folder/$copy"
  cp -r node_modules "$folder/$copy"
  # Packing builds.
  (cd "$folder/$copy" && npm pack --silent > /dev/null)
  hashes+=("$(sha256sum < "$folder/$copy"/kimtrip-*.tgz | cut -d ' ' -f 1)")
done
printf '%s\n' "${hashes[@]}"
[[ ${hashes[0]} == "${hashes[1]}" ]]
