#!/usr/bin/env bash
# From Main to the first initialized network of 784-500-500-10, against a plain Box-Muller loop, in alternating fresh processes.
# Then the same with the program and the library compiled ahead of time (ReadyToRun).
set -euo pipefail
cd "$(dirname "$0")/InitGen.ProcessStart"
runs=${1:-21}

dotnet build -c Release --nologo -v quiet >&2
dotnet publish -c Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/packages.lock.json -o bin/ReadyToRun --nologo -v quiet >&2

median() { sort -g | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] }'; }

echo '| program | InitGen, ms | loop, ms | InitGen / loop |'
echo '|---|---|---|---|'
for program in bin/Release/net10.0 bin/ReadyToRun; do
    initgen= loop=
    for ((run = 0; run < runs; run++)); do
        initgen+="$(dotnet "$program/InitGen.ProcessStart.dll" initgen) "
        loop+="$(dotnet "$program/InitGen.ProcessStart.dll" loop) "
    done
    ours=$(tr ' ' '\n' <<< "${initgen% }" | median)
    theirs=$(tr ' ' '\n' <<< "${loop% }" | median)
    awk -v program="${program##*/}" -v ours="$ours" -v theirs="$theirs" 'BEGIN {
        printf "| %s | %.1f | %.1f | %.2f |\n", program == "ReadyToRun" ? "ReadyToRun" : "just in time", ours, theirs, ours / theirs }'
done
