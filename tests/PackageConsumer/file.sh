#!/usr/bin/env bash
# Runs the program of docs/getting-started.md, one file without a project, with the package from artifacts/packages, as a user does.
set -euo pipefail
cd "$(dirname "$0")"
page=$(pwd)/../../docs/getting-started.md
rm -rf bin/File
mkdir -p bin/File
cd bin/File
awk '/^```csharp program/ { inside = 1; next } /^```/ { inside = 0 } inside' "$page" > first.cs

# Builds and runs it, and holds what it says to the page: a warning without its path and link, and the lines of layers.
said() {
    dotnet run --no-cache first.cs | tee output.txt
    sed -E 's/^.*(first\.cs\()/\1/; s/ \(https:[^)]*\)$//' output.txt > said.txt
    grep -E '^(first\.cs\(|Hidden\.[019] |Output )' said.txt | while read -r line; do
        grep -qxF "$line" "$page" || { echo "The page does not show '$line'." >&2; exit 1; }
    done
}

said
grep -q 'first.cs([0-9]*,[0-9]*): warning INIT2003: ' output.txt || { echo 'The build of a file does not warn with INIT2003.' >&2; exit 1; }
sed -i 's/Init.XavierUniform/Init.HeNormal/' first.cs
said
if grep -q 'warning' output.txt; then echo 'The mended program warns.' >&2; exit 1; fi

# The project that is made of it builds too.
dotnet project convert first.cs
dotnet build first
echo 'A program of one file works.'
