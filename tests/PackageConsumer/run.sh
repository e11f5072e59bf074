#!/usr/bin/env bash
# Consumes the package as a user does: restores it from artifacts/packages, builds, gets the warning, runs, and runs trimmed.
set -euo pipefail
cd "$(dirname "$0")"
work=../../artifacts/package-consumer
rm -rf "$work" bin obj Mistakes/bin Mistakes/obj
mkdir -p "$work"

dotnet build -c Release 2>&1 | tee "$work/build.txt"
grep -q 'Classifier.cs([0-9]*,[0-9]*): warning INIT2003: ' "$work/build.txt" || { echo 'The build does not warn with INIT2003.' >&2; exit 1; }
dotnet run -c Release --no-build

dotnet publish -c Release --use-current-runtime --self-contained -p:PublishTrimmed=true -o "$work/trimmed" 2>&1 | tee "$work/publish.txt"
if grep -E 'warning IL[0-9]+' "$work/publish.txt"; then echo 'Trimming warns.' >&2; exit 1; fi
"$work/trimmed/PackageConsumer"

# A wrong definition fails the build with the rule that says why, and no error of the compiler hides it. (INIT1012, an older language,
# is the compiler's own error CS8703 too, which says the same.)
if dotnet build Mistakes > "$work/mistakes.txt" 2>&1; then echo 'Wrong definitions build.' >&2; exit 1; fi
for id in INIT10{01..11} INIT1013 INIT1014; do
    grep -q "Mistakes.cs([0-9]*,[0-9]*): error $id: " "$work/mistakes.txt" || { echo "A wrong definition does not report $id." >&2; exit 1; }
done
echo 'Each wrong definition is explained.'
