#!/usr/bin/env bash
# Installs the template from artifacts/packages, where only this script sees it, makes a project of it, builds it without warnings and runs it.
set -euo pipefail
cd "$(dirname "$0")"
work=$(pwd)/../../artifacts/package-consumer
rm -rf "$work/templates" bin/Template
hive=(--debug:custom-hive "$work/templates")

dotnet new install "$work"/../packages/InitGen.Templates.*.nupkg "${hive[@]}"
dotnet new initgen -n MyNet -o bin/Template/MyNet "${hive[@]}"
dotnet build -c Release -warnaserror bin/Template/MyNet
dotnet run -c Release --no-build --project bin/Template/MyNet | tee "$work/template.txt"
grep -qE '^Hidden\.3 ' "$work/template.txt" || { echo 'The project of the template does not measure its layers.' >&2; exit 1; }
if grep -rlE 'InitGenProject1|INITGEN_VERSION' bin/Template --include '*.cs' --include '*.csproj' --include '*.md'; then
    echo 'The template leaves its own names in a project.' >&2
    exit 1
fi
echo 'The template works.'
