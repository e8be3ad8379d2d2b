#!/usr/bin/env bash
# Runs the tests on each major version of Node that is supported; the versions come from the registry, as the package `node`.
# Usage: scripts/test-on-each-node.sh [VERSION…] [-- OPTIONS OF VITEST…]
set -uo pipefail
cd "$(dirname "$0")/.." || exit

versions=()
while (($#)) && [[ $1 != -- ]]; do
  versions+=("$1")
  shift
done
(($#)) && shift
((${#versions[@]})) || versions=(20 22 24 26)

folder=$(mktemp -d)
trap 'rm -rf "$folder"; node scripts/build.js' EXIT
# Some tests run the program as another user.
chmod 755 "$folder"
failed=0
for version in "${versions[@]}"; do
  npm install --silent --no-save --prefix "$folder/$version" "node@$version" || exit
  bin=$folder/$version/node_modules/node/bin
  echo "== Node $("$bin/node" --version)"
  # What the build keeps for V8 is for one version of it.
  "$bin/node" scripts/build.js || exit
  PATH=$bin:$PATH "$bin/node" node_modules/vitest/vitest.mjs run --reporter=dot "$@" || failed=1
done
exit $failed
