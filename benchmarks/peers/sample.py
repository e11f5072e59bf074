"""How a peer's work is timed; InitGen.Benchmarks times its own the same way."""
import time

SHORTEST = 0.05


def sample(run):
    """Milliseconds of one run: the mean of runs in a row that take 50 ms together, so that short work does not pay for the change from
    another program, whose caches are cold and whose core has slept."""
    start = time.perf_counter()
    runs = 0
    while True:
        run()
        runs += 1
        elapsed = time.perf_counter() - start
        if elapsed >= SHORTEST:
            return elapsed / runs * 1e3
