"""The work that InitGen is compared in, as NumPy does it, where it can. float32, CPU, one thread."""
import numpy

from sample import sample

ROWS, WIDTH, DEPTH = 1000, 500, 10


def works():
    """Each work's name and what runs it once."""
    random = numpy.random.default_rng(1)
    large = numpy.empty((4096, 4096), dtype=numpy.float32)
    inputs = random.standard_normal((ROWS, WIDTH), dtype=numpy.float32)
    weights = [random.standard_normal((WIDTH, WIDTH), dtype=numpy.float32) / numpy.float32(WIDTH ** 0.5) for _ in range(DEPTH)]

    def uniform():
        random.random(out=large, dtype=numpy.float32)
        numpy.subtract(large, numpy.float32(0.5), out=large)

    def forward():
        x = inputs
        for w in weights:
            x = numpy.tanh(x @ w)
            x.mean(), x.std()

    return {
        "normal": lambda: random.standard_normal(out=large, dtype=numpy.float32),
        "uniform": uniform,
        "forward-tanh": forward,
    }


class Peer:
    name = "NumPy " + numpy.__version__

    def __init__(self):
        self._works = works()

    def time(self, work, threads):
        """Milliseconds of one run; None where the peer has no such work."""
        if work not in self._works or threads != 1:
            return None
        return sample(self._works[work])
