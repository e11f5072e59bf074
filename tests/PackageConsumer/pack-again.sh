#!/usr/bin/env bash
# Packs a second time, from a clone of the last commit in another folder, for the test that both give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -n "$(git status --porcelain)" ]; then echo 'There are changes that are not committed: what is packed again is the last commit.' >&2; exit 1; fi

clone=artifacts/clone
rm -rf "$clone" artifacts/packages-again
git clone --quiet . "$clone"
for project in Package Reporting Tool Templates; do
    dotnet pack "$clone/src/InitGen.$project" -c Release -o artifacts/packages-again
done
rm -rf "$clone"
