#!/usr/bin/env bash
# Installs the tool from artifacts/packages as a user does, and runs it on the project that run.sh built, and on its assembly.
set -euo pipefail
cd "$(dirname "$0")"
work=../../artifacts/package-consumer
assembly=bin/Release/net10.0/PackageConsumer.dll
rm -rf "$work/tool"

# NuGet.config in this folder has the packages and a cache of its own.
dotnet tool install InitGen.Tool --tool-path "$work/tool" --no-http-cache
initgen() { "$work/tool/initgen" "$@"; }

initgen --version
initgen list "$assembly" | tee "$work/list.txt"
grep -q '^Classifier  *784  *10  *12  ' "$work/list.txt" || { echo 'The tool does not list the network.' >&2; exit 1; }
initgen list . -c Release --layers | tee "$work/layers.txt"
grep -q '^Hidden2\.0-9  *500 → 500  ' "$work/layers.txt" || { echo 'The tool does not build a project and list its layers.' >&2; exit 1; }
initgen report "$assembly" --count 200 --html "$work/report.html" --markdown "$work/report.md" --fail-on any
grep -q '<!DOCTYPE html>' "$work/report.html" || { echo 'The tool writes no page.' >&2; exit 1; }
grep -q '^## Classifier' "$work/report.md" || { echo 'The tool writes no Markdown.' >&2; exit 1; }
initgen report "$assembly" --count 200 --json - | /usr/bin/python3 -m json.tool > /dev/null
initgen report . -c Release --count 200 --sarif - | /usr/bin/python3 -m json.tool > "$work/report.sarif"
/usr/bin/python3 -c 'for row in range(3): print(*[row] + [0.5] * 784, sep=",")' \
    | initgen report "$assembly" --inputs - --columns 2- > /dev/null
initgen explain INIT2003 | grep -q '^INIT2003: ' || { echo 'The tool does not explain a rule.' >&2; exit 1; }
status=0
initgen report "$assembly" --network Nothing || status=$?
[ "$status" -eq 2 ] || { echo "An unknown network ends with $status, not 2." >&2; exit 1; }
status=0
initgen reprot 2> "$work/misuse.txt" || status=$?
grep -q "did you mean 'report'" "$work/misuse.txt" && [ "$status" -eq 2 ] || { echo 'A misspelt command is not told.' >&2; exit 1; }
echo 'The tool works.'
