"""The library that this process, and so PyTorch and NumPy, multiplies matrices with."""
import ctypes
import os

FAST = ("mkl_core", "openblas", "blis", "atlas", "nvpl")


def _loaded():
    with open("/proc/self/maps", encoding="utf-8") as file:
        return sorted({line.split()[-1] for line in file if ".so" in line})


def library():
    """Its file's name, and whether it is a fast one."""
    names = [os.path.basename(path) for path in _loaded()]
    for known in FAST:
        for name in names:
            if name.startswith("lib" + known):
                return name, True
    return next((f"{name} (reference BLAS)" for name in names if name.startswith("libblas")), "none found"), False


def set_threads(count):
    """OpenBLAS has threads of its own, which torch.set_num_threads does not limit where Debian built PyTorch."""
    for path in _loaded():
        if os.path.basename(path).startswith("libopenblas"):
            ctypes.CDLL(path).openblas_set_num_threads(count)
