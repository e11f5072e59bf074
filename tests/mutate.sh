#!/usr/bin/env bash
# Changes src/ in a thousand small ways and counts the changes that no test notices: mutate.sh [core | definition | rules | runtime], all
# by default. Takes an hour or so each; docs/mutation-testing.md says what it found.
set -euo pipefail
cd "$(dirname "$0")"
export UseSharedCompilation=false
dotnet tool restore

mutate() { # name, project under test, its tests, Stryker's further arguments
    local out="$PWD/../artifacts/mutation/$1"
    rm -rf "$out"
    mkdir -p "$out"

    # Stryker only makes the mutants, with one test that keeps them: it would run all in one process, where what is computed once is
    # computed without them.
    (cd "$3" && MakeMutants=true MUTATED_ASSEMBLY="$out/$2.dll" dotnet stryker --output "$out" "${@:4}")
    MutationTesting="$1" dotnet build "$3" --output "$out/program" -v quiet # leaves out tests too slow to run against each mutant
    cp "$out/$2.dll" "$out/program"
    python3 mutants.py "$out/reports/mutation-report.json" "$3" "$out/program/$3"
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
