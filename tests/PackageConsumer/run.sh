#!/usr/bin/env bash
# Consumes the package as a user does: restores it from artifacts/packages, builds, gets the warning, runs, and runs trimmed and compiled ahead of time.
set -euo pipefail
cd "$(dirname "$0")"
work=../../artifacts/package-consumer
rm -rf "$work" bin obj {Mistakes,Unheard,OtherLanguage,Fixes,Settings}/{bin,obj}
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

# A wrong definition fails the build with the rule that says why, and no error of the compiler hides it.
if dotnet build Mistakes > "$work/mistakes.txt" 2>&1; then echo 'Wrong definitions build.' >&2; exit 1; fi
for id in INIT10{01..11} INIT10{13..15}; do
    grep -q "Mistakes.cs([0-9]*,[0-9]*): error $id: " "$work/mistakes.txt" || { echo "A wrong definition does not report $id." >&2; exit 1; }
done
echo 'Each wrong definition is explained.'

# So does one at which the compiler stops before it runs analyzers, and once.
if dotnet build Unheard > "$work/unheard.txt" 2>&1; then echo 'A forgotten partial builds.' >&2; exit 1; fi
for mistake in '(7,21): error INIT1001: ' '(17,23): error INIT1002: '; do
    [ "$(grep -F "Networks.cs$mistake" "$work/unheard.txt" | sort -u | wc -l)" -eq 1 ] || { echo "A build does not say once: $mistake" >&2; exit 1; }
done
if dotnet build Unheard -p:LangVersion=12 > "$work/language.txt" 2>&1; then echo 'C# 12 builds.' >&2; exit 1; fi
grep -q 'Networks.cs([0-9]*,[0-9]*): error INIT1012: ' "$work/language.txt" || { echo 'C# 12 does not report INIT1012.' >&2; exit 1; }
echo 'What the compiler stops at is explained.'

dotnet build OtherLanguage > "$work/language.txt" 2>&1
grep -q 'warning : InitGen: C# only' "$work/language.txt" || { echo 'A project in another language is not warned.' >&2; exit 1; }
if grep -q 'InitGen: C# only' "$work/build.txt"; then echo 'A project in C# is warned that it is not.' >&2; exit 1; fi
echo 'Another language is warned of.'

# One fix of each family does its work in a real host.
mkdir -p bin
cp -r Fixes Unheard bin
rm -rf bin/Unheard/obj
dotnet format analyzers bin/Unheard/Unheard.csproj --diagnostics INIT1001 INIT1002
dotnet build bin/Unheard
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
