"""Loads the networks that the tests wrote and writes what PyTorch and NumPy make of them, in double precision.

A directory for each activation function holds weights.safetensors, weights.npz, inputs.npy and output_gradients.npy. Beside them go
outputs.npy, gradients.npz (of the sum of outputs times output gradients) and copy.npz (the weights as NumPy writes them). The directory
itself gets matrices of NumPy.
"""
import json
import pathlib
import struct
import sys

import numpy as np
import torch
from torch.nn import functional

LEAKY_SLOPE = 0.2
ACTIVATIONS = {
    "Linear": lambda z: z,
    "Relu": functional.relu,
    "LeakyRelu": lambda z: functional.leaky_relu(z, LEAKY_SLOPE),
    "Elu": functional.elu,
    "Selu": functional.selu,
    "Gelu": functional.gelu,
    "Silu": functional.silu,
    "Mish": functional.mish,
    "Softplus": functional.softplus,
    "Softsign": functional.softsign,
    "Sigmoid": torch.sigmoid,
    "Tanh": torch.tanh,
    "Softmax": lambda z: functional.softmax(z, dim=1),
    "Relu6": functional.relu6,
    "GeluTanh": lambda z: functional.gelu(z, approximate="tanh"),
    "HardSwish": functional.hardswish,
    "HardSigmoid": functional.hardsigmoid,
    "HardTanh": functional.hardtanh,
}


def read_safetensors(path):
    """Parsed by hand, as Debian has no package of it."""
    contents = path.read_bytes()
    (length,) = struct.unpack_from("<Q", contents)
    assert (8 + length) % 8 == 0, "the tensors are not aligned"
    header = json.loads(contents[8:8 + length])
    assert header.pop("__metadata__") == {"format": "pt"}
    tensors = {}
    for name, entry in header.items():
        assert entry["dtype"] == "F32", name
        begin, end = entry["data_offsets"]
        values = np.frombuffer(contents[8 + length + begin:8 + length + end], dtype="<f4")
        tensors[name] = values.reshape(entry["shape"])
    return tensors


class Network(torch.nn.Module):
    """What a user writes by hand for the same network: a list of hidden layers and an output."""

    def __init__(self, tensors, activation):
        super().__init__()

        def linear(name):
            units, inputs = tensors[name + ".weight"].shape
            return torch.nn.Linear(inputs, units, bias=name + ".bias" in tensors)

        hidden = sum(name.startswith("Hidden.") and name.endswith(".weight") for name in tensors)
        self.Hidden = torch.nn.ModuleList([linear(f"Hidden.{i}") for i in range(hidden)])
        self.Output = linear("Output")
        self.output_activation = ACTIVATIONS[activation]
        self.hidden_activation = torch.tanh if activation == "Softmax" else self.output_activation

    def forward(self, x):
        for layer in self.Hidden:
            x = self.hidden_activation(layer(x))
        return self.output_activation(self.Output(x))


def run(directory):
    tensors = read_safetensors(directory / "weights.safetensors")
    with np.load(directory / "weights.npz") as archive:
        assert list(archive) == list(tensors)
        for name in tensors:
            assert archive[name].dtype == np.float32
            assert np.array_equal(archive[name], tensors[name]), name

    network = Network(tensors, directory.name)
    network.load_state_dict({name: torch.tensor(values) for name, values in tensors.items()}, strict=True)
    network.double()
    outputs = network(torch.tensor(np.load(directory / "inputs.npy")).double())
    (outputs * torch.tensor(np.load(directory / "output_gradients.npy"))).sum().backward()
    np.save(directory / "outputs.npy", outputs.detach().numpy())
    np.savez_compressed(directory / "gradients.npz", **{name: value.grad.numpy() for name, value in network.named_parameters()})
    np.savez(directory / "copy.npz", **tensors)


def main(directory):
    torch.set_num_threads(1)
    matrix = np.arange(12, dtype=np.float64).reshape(3, 4) / 8
    np.save(directory / "double.npy", matrix)
    np.save(directory / "single.npy", matrix.astype(np.float32))
    np.save(directory / "half.npy", matrix.astype(np.float16))
    np.save(directory / "transposed.npy", matrix.astype(np.float32).T)
    np.save(directory / "vector.npy", matrix[1])
    with open(directory / "version2.npy", "wb") as file:
        np.lib.format.write_array(file, matrix, version=(2, 0))
    for activation in ACTIVATIONS:
        run(directory / activation)


main(pathlib.Path(sys.argv[1]))
