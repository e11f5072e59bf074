#!/usr/bin/env bash
# Consumes the package as a user does: restores it from artifacts/packages, builds, gets the warning, runs, and runs trimmed and compiled ahead of time.
set -euo pipefail
cd "$(dirname "$0")"
work=../../artifacts/package-consumer
rm -rf "$work" bin obj Mistakes/bin Mistakes/obj Fixes/bin Fixes/obj Settings/bin Settings/obj
mkdir -p "$work"

dotnet build -c Release 2>&1 | tee "$work/build.txt"
grep -q 'Classifier.cs([0-9]*,[0-9]*): warning INIT2003: ' "$work/build.txt" || { echo 'The build does not warn with INIT2003.' >&2; exit 1; }
dotnet run -c Release --no-build

dotnet publish -c Release --use-current-runtime --self-contained -p:PublishTrimmed=true -o "$work/trimmed" 2>&1 | tee "$work/publish.txt"
if grep -E 'warning IL[0-9]+' "$work/publish.txt"; then echo 'Trimming warns.' >&2; exit 1; fi
"$work/trimmed/PackageConsumer"

dotnet publish -c Release --use-current-runtime -p:PublishAot=true -o "$work/native" 2>&1 | tee "$work/publish-native.txt"
if grep -E 'warning IL[0-9]+' "$work/publish-native.txt"; then echo 'Compiling ahead of time warns.' >&2; exit 1; fi
"$work/native/PackageConsumer"

# A wrong definition fails the build with the rule that says why, and no error of the compiler hides it. (INIT1012, an older language,
# is the compiler's own error CS8703 too, which says the same.)
if dotnet build Mistakes > "$work/mistakes.txt" 2>&1; then echo 'Wrong definitions build.' >&2; exit 1; fi
for id in INIT10{01..11} INIT10{13..15}; do
    grep -q "Mistakes.cs([0-9]*,[0-9]*): error $id: " "$work/mistakes.txt" || { echo "A wrong definition does not report $id." >&2; exit 1; }
done
echo 'Each wrong definition is explained.'

# One fix of each family does its work in a real host.
mkdir -p bin
cp -r Fixes bin/Fixes
dotnet format analyzers bin/Fixes/Fixes.csproj --diagnostics INIT1001 INIT2003 INIT3001 INIT4003 --severity info
fixed() { grep -qF "$1" bin/Fixes/Networks.cs || { echo "dotnet format does not write '$1'." >&2; cat bin/Fixes/Networks.cs >&2; exit 1; }; }
fixed 'public sealed partial class Definition'
fixed '[Dense(500, Activation.Relu, Init.HeNormal)]'
fixed '[Dense(500, Activation.Tanh, Init.XavierUniform, Repeat = 10)]'
fixed 'new(new float[Signal.ParameterCount])'
if grep -qF 'Init.XavierUniform)]' bin/Fixes/Networks.cs; then echo 'dotnet format leaves a Xavier layer.' >&2; exit 1; fi
echo 'Fixes apply in dotnet format.'

# Severities and thresholds of .editorconfig hold, and a pragma silences.
dotnet build Settings > "$work/settings.txt" 2>&1 || true
grep -q 'Networks.cs(9,34): error INIT2003: ' "$work/settings.txt" || { echo '.editorconfig does not raise INIT2003 to an error.' >&2; exit 1; }
grep -q 'Networks.cs(16,34): warning INIT3003: ' "$work/settings.txt" || { echo '.editorconfig does not tighten a threshold.' >&2; exit 1; }
if grep -q 'INIT3001' "$work/settings.txt"; then echo 'A pragma does not silence INIT3001.' >&2; exit 1; fi
echo 'Settings hold in a build.'
