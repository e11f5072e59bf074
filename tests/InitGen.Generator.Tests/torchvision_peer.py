"""Loads a ResNet-18 from ours.safetensors and ours.npz into torchvision's, strictly, and writes its outputs of inputs.npy in training and in
inference; then writes one of torchvision's own, theirs.safetensors and theirs.npz, with its outputs."""
import copy
import json
import pathlib
import struct
import sys

import numpy as np
import torch
import torchvision

directory = pathlib.Path(sys.argv[1])


def read_safetensors(path):
    """Parsed by hand, as Debian has no package of it."""
    contents = path.read_bytes()
    (length,) = struct.unpack_from("<Q", contents)
    header = json.loads(contents[8:8 + length])
    header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = np.frombuffer(contents[8 + length + begin:8 + length + end], dtype="<f4")
        tensors[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return tensors


def write_safetensors(path, tensors):
    header, parts, end = {}, [], 0
    for name, values in tensors.items():
        part = values.tobytes()
        header[name] = {"dtype": {"f": "F32", "i": "I64"}[values.dtype.kind], "shape": list(values.shape), "data_offsets": [end, end + len(part)]}
        parts.append(part)
        end += len(part)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def write_outputs(model, name):
    inputs = torch.from_numpy(np.load(directory / "inputs.npy").reshape(-1, 3, 64, 64))
    with torch.no_grad():
        np.save(directory / f"{name}-inferred.npy", model.eval()(inputs).numpy())
        np.save(directory / f"{name}-trained.npy", copy.deepcopy(model).train()(inputs).numpy())


for name, tensors in {
    "safetensors": read_safetensors(directory / "ours.safetensors"),
    "npz": {name: torch.from_numpy(values) for name, values in np.load(directory / "ours.npz").items()},
}.items():
    model = torchvision.models.resnet18()
    model.load_state_dict(tensors, strict=True)
    write_outputs(model, name)

torch.manual_seed(7)
model = torchvision.models.resnet18()
with torch.no_grad():
    model.train()(torch.randn(4, 3, 64, 64))
state = {name: values.numpy() for name, values in model.state_dict().items()}
assert any(name.endswith("num_batches_tracked") for name in state)
write_safetensors(directory / "theirs.safetensors", state)
np.savez(directory / "theirs.npz", **state)
write_outputs(model, "theirs")
