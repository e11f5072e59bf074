"""The work that InitGen is compared in, as PyTorch does it. float32, CPU."""
import torch

from sample import sample

ROWS, WIDTH, DEPTH = 1000, 500, 10


def _network(init):
    layers = [torch.nn.Linear(WIDTH, WIDTH) for _ in range(DEPTH)]
    for layer in layers:
        init(layer.weight)
        torch.nn.init.zeros_(layer.bias)
    return layers


def _forward(layers, activation, inputs):
    def run():
        with torch.no_grad():
            x = inputs
            for layer in layers:
                x = activation(layer(x))
                x.mean(), x.std()
    return run


def _backward(layers, activation, inputs, output_gradients):
    def run():
        for layer in layers:
            layer.zero_grad(set_to_none=True)
        x, signals = inputs, []
        for layer in layers:
            z = layer(x)
            z.retain_grad()
            signals.append(z)
            x = activation(z)
        x.backward(output_gradients)
        for z in signals:
            z.grad.std()
    return run


def works():
    """Each work's name and what runs it once."""
    torch.manual_seed(1)
    large = torch.empty(4096, 4096)
    square = torch.empty(500, 500)
    inputs = torch.randn(ROWS, WIDTH)
    output_gradients = torch.randn(ROWS, WIDTH)
    xavier = _network(torch.nn.init.xavier_normal_)
    he = _network(torch.nn.init.kaiming_normal_)
    init = torch.nn.init
    return {
        "normal": lambda: init.normal_(large, 0.0, 0.02),
        "uniform": lambda: init.uniform_(large, -0.02, 0.02),
        "truncated-normal": lambda: init.trunc_normal_(large, 0.0, 0.02, -0.04, 0.04),
        "orthogonal": lambda: init.orthogonal_(square),
        "sparse": lambda: init.sparse_(square, sparsity=1 - 15 / 500, std=1.0),
        "forward-tanh": _forward(xavier, torch.tanh, inputs),
        "forward-relu": _forward(he, torch.relu, inputs),
        "backward-tanh": _backward(xavier, torch.tanh, inputs, output_gradients),
    }


class Peer:
    name = "PyTorch " + torch.__version__

    def __init__(self):
        self._works = works()

    def time(self, work, threads):
        """Milliseconds of one run; None where the peer has no such work."""
        torch.set_num_threads(threads)
        run = self._works[work]
        return sample(run)
