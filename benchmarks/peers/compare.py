"""Alternates InitGen and its peers in one run, so that what else the machine does falls on all of them, and prints a table of ratios."""
import argparse
import os
import statistics
import subprocess
import sys
import time

# Threads of OpenBLAS and OpenMP go on spinning for a while after their work; who comes next would share the processors with them.
PAUSE = 0.2

WORKS = ["normal", "uniform", "truncated-normal", "orthogonal", "sparse", "forward-tanh", "forward-relu", "backward-tanh"]


class InitGen:
    """The benchmark program as a child process that answers "work threads" with milliseconds."""
    name = "InitGen"

    def __init__(self, program):
        self._process = subprocess.Popen(["dotnet", program, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def time(self, work, threads):
        self._process.stdin.write(f"{work} {threads}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self):
        self._process.stdin.close()
        self._process.wait()


def median_and_spread(samples):
    """The median, and half of the interquartile range relative to it."""
    median = statistics.median(samples)
    if len(samples) < 4:
        return median, 0.0
    quarters = statistics.quantiles(samples, n=4)
    return median, (quarters[2] - quarters[0]) / 2 / median


def measure(contestants, work, threads, seconds, fewest):
    """Samples of all contestants, taken in turn, after one to warm up; for some seconds and at least a number of each."""
    samples = {contestant.name: [] for contestant in contestants}
    for contestant in contestants:
        contestant.time(work, threads)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(samples["InitGen"]) < fewest:
        for contestant in contestants:
            if threads > 1:
                time.sleep(PAUSE)
            milliseconds = contestant.time(work, threads)
            if milliseconds is not None:
                samples[contestant.name].append(milliseconds)
    return {name: median_and_spread(values) for name, values in samples.items() if values}


def processor():
    with open("/proc/cpuinfo", encoding="ascii") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "unknown processor")


def machine(ours, samples):
    """What the machine does at best, while nothing else is measured."""
    def best(name):
        return min(ours.time(name, 1) for _ in range(samples))
    return (f"one core's peak {384 / best('machine-multiply-add'):.0f} GFLOP/s, "
            f"copy {2 * 0.067108864e3 / best('machine-copy'):.1f} GB/s, fill {0.067108864e3 / best('machine-fill'):.1f} GB/s")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="InitGen.Benchmarks.dll")
    parser.add_argument("--quick", action="store_true", help="one thread, PyTorch only, under a minute")
    arguments = parser.parse_args()

    import blas
    import peer_numpy
    import peer_pytorch
    peers = [peer_pytorch.Peer()] if arguments.quick else [peer_pytorch.Peer(), peer_numpy.Peer()]
    ours = InitGen(arguments.program)
    contestants = [ours, *peers]

    library, is_fast = blas.library()
    if not is_fast:
        print(f"PyTorch multiplies matrices with {library}, which is many times slower than OpenBLAS: install libopenblas0-pthread, "
              "or do not believe the forward and backward ratios.", file=sys.stderr)
    print(f"{processor()}, {os.cpu_count()} processors: {machine(ours, 5 if arguments.quick else 15)}")
    print(f"PyTorch's BLAS: {library}\n")
    print("Medians in ms ± half of the interquartile range\n")
    print("| work | threads | " + " | ".join(contestant.name for contestant in contestants) + " | "
          + " | ".join(f"{peer.name} / InitGen" for peer in peers) + " |")
    print("|---" * (2 + len(contestants) + len(peers)) + "|")
    ratios = {}
    for threads in [1] if arguments.quick else [1, 2]:
        blas.set_threads(threads)
        for work in WORKS:
            results = measure(contestants, work, threads, *((3, 3) if arguments.quick else (10, 7)))
            own = results["InitGen"][0]
            cells = [f"{results[c.name][0]:.2f} ± {results[c.name][1]:.0%}" if c.name in results else "" for c in contestants]
            cells += [f"{results[p.name][0] / own:.2f}" if p.name in results else "" for p in peers]
            print(f"| {work} | {threads} | " + " | ".join(cells) + " |", flush=True)
            if threads == 1:
                ratios[work] = results[peers[0].name][0] / own
    ours.close()
    print()
    for work, ratio in ratios.items():
        print(f"ratio {work} {ratio:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
