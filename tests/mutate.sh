#!/usr/bin/env bash
# Changes src/ in a thousand small ways and counts the changes that no test notices: mutate.sh [core | definition | rules | runtime], all
# by default. Takes from half an hour (core) to hours (rules); docs/mutation-testing.md says what it found.
set -euo pipefail
cd "$(dirname "$0")"
export UseSharedCompilation=false
dotnet tool restore

mutate() { # name, project under test, its tests, Stryker's further arguments
    local out="$PWD/../artifacts/mutation/$1" bin="$PWD/$3/bin/Debug/net10.0" dll="$2.dll" capture
    export MutationTesting="$1" # leaves out tests that are too slow to run against each mutant
    rm -rf "$out" "$bin"
    mkdir -p "$out"
    dotnet build "$3" -v quiet

    # Stryker runs all mutants in one process, where what is computed once was computed without them. So survivors are run again, each in
    # a process of its own, with the mutated program, which Stryker removes at its end.
    (
        until [ -f "$bin/$dll.stryker-unchanged" ] && [ -f "$bin/$dll" ] && ! cmp -s "$bin/$dll" "$bin/$dll.stryker-unchanged"; do
            sleep 1
        done
        sleep 15 # until it is whole
        cp -r "$bin" "$out/program"
    ) &
    capture=$!
    (cd "$3" && dotnet stryker --output "$out" "${@:4}") || { kill "$capture"; exit 1; }
    wait "$capture" # copied minutes ago
    python3 survivors.py "$out/reports/mutation-report.json" "$out/program/$3"
}

for part in "${@:-core definition rules runtime}"; do
    for name in $part; do
        case $name in
            core) mutate core InitGen.Core InitGen.Core.Tests ;;
            definition) mutate definition InitGen InitGen.Analyzers.Tests --project InitGen.csproj --mutate '**/Definition/*.cs' ;;
            rules) mutate rules InitGen.Analyzers InitGen.Analyzers.Tests ;;
            runtime) mutate runtime InitGen.Runtime InitGen.Runtime.Tests ;;
            *) echo "There is no part '$name'; it must be core, definition, rules or runtime." >&2; exit 2 ;;
        esac
    done
done
