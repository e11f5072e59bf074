#!/usr/bin/env bash
# Installs the template from artifacts/packages, where only this script sees it, makes projects of it, builds them without warnings and runs
# them: one as it comes, and one for each option.
set -euo pipefail
cd "$(dirname "$0")"
work=$(pwd)/../../artifacts/package-consumer
rm -rf "$work/templates" bin/Template
hive=(--debug:custom-hive "$work/templates")

dotnet new install "$work"/../packages/InitGen.Templates.*.nupkg "${hive[@]}"
dotnet new initgen --help "${hive[@]}" > "$work/template-help.txt"
for option in inputs outputs depth units activation report; do
    grep -q -- "--$option " "$work/template-help.txt" || { echo "The template's help does not name --$option." >&2; exit 1; }
done

# Makes a project with options, builds it, and runs it in its own folder.
try() {
    local name=$1
    shift
    dotnet new initgen -n "$name" -o "bin/Template/$name" "${hive[@]}" "$@"
    dotnet build -c Release -warnaserror "bin/Template/$name"
    (cd "bin/Template/$name" && dotnet run -c Release --no-build | tee "$work/template.txt")
}
shows() { grep -qE "$1" "$work/template.txt" || { echo "The project of the template does not show '$1'." >&2; exit 1; }; }

try MyNet
shows '^Hidden\.3 '
try Sized --inputs 20 --outputs 3 --depth 6 --units 64
shows '^Hidden\.5 '
grep -q 'Network(20)' bin/Template/Sized/Classifier.cs
grep -q 'Dense(3, Activation.Softmax)' bin/Template/Sized/Classifier.cs
try Reported --report
shows 'report\.html'
grep -q '<!DOCTYPE html>' bin/Template/Reported/report.html || { echo 'The project of the template writes no page.' >&2; exit 1; }
for activation in Elu Selu Gelu Silu Tanh; do
    try "With$activation" --activation "$activation"
    shows '^Hidden\.3 '
done
if dotnet new initgen -n Wrong -o bin/Template/Wrong "${hive[@]}" --activation Nothing; then
    echo 'The template takes an activation that does not exist.' >&2
    exit 1
fi

if grep -rlE 'InitGenProject1|INITGEN_VERSION|TEMPLATE_|#if|#endif' bin/Template --include '*.cs' --include '*.csproj' --include '*.md' --exclude-dir obj; then
    echo 'The template leaves its own names in a project.' >&2
    exit 1
fi
echo 'The template works.'
