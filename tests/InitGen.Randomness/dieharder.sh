#!/usr/bin/env bash
# Takes the bits of neighbouring counters, seeds, streams and names through dieharder (Debian: apt-get install dieharder).
#   dieharder.sh           the whole battery: more than half an hour of one processor for each sequence
#   dieharder.sh --quick   eight tests: a few minutes in all
# Fails on any FAILED, and on more WEAK than chance makes of random bits in all but one of a thousand runs: dieharder calls one assessment
# in a hundred of a perfect generator WEAK.
set -euo pipefail
cd "$(dirname "$0")"

tests=(all)
if [ "${1:-}" = --quick ]; then tests=(0 2 8 12 15 100 101 205); fi

command -v dieharder > /dev/null || { echo 'dieharder is missing; install it: apt-get install dieharder' >&2; exit 2; }
dotnet build -c Release -v quiet
results=../../artifacts/dieharder
rm -rf "$results"
mkdir -p "$results"

assess() { # a sequence
    for test in "${tests[@]}"; do
        if [ "$test" = all ]; then choice=(-a); else choice=(-d "$test"); fi
        # The writer ends when dieharder closes the pipe.
        dotnet bin/Release/net10.0/InitGen.Randomness.dll bits "$1" | dieharder -g 200 "${choice[@]}"
    done > "$results/$1.txt"
}

# Side by side, as far as there are processors.
running=()
for sequence in counters seeds streams names; do
    assess "$sequence" &
    running+=($!)
done
for process in "${running[@]}"; do wait "$process"; done

grep -hE 'PASSED|WEAK|FAILED' "$results"/*.txt | awk -F'|' '
    { count[$NF ~ /FAILED/ ? "FAILED" : $NF ~ /WEAK/ ? "WEAK" : "PASSED"]++; all++ }
    END {
        # The 99.9 % quantile of the binomial distribution with probability 0.01.
        p = exp(all * log(0.99)); sum = p; most = 0
        while (sum < 0.999) { p *= (all - most) / (most + 1) * 0.01 / 0.99; most++; sum += p }
        printf "%d assessments: %d passed, %d weak (at most %d expected), %d failed\n", all, count["PASSED"], count["WEAK"], most, count["FAILED"]
        exit count["FAILED"] > 0 || count["WEAK"] > most || all == 0
    }'
