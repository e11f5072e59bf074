#!/usr/bin/env bash
# Compares InitGen with PyTorch and NumPy, alternating in one run. --quick: one thread, under a minute.
# Installs nothing; says what is missing.
set -euo pipefail
cd "$(dirname "$0")"

# Debian's python3-torch belongs to /usr/bin/python3, which need not be the first python3 on the path.
python=
for candidate in "${PYTHON:-}" python3 /usr/bin/python3; do
    if [ -n "$candidate" ] && "$candidate" -c 'import torch, numpy' 2> /dev/null; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
    echo 'No Python with PyTorch and NumPy was found: install the packages python3-torch and python3-numpy, or name one in PYTHON.' >&2
    exit 1
fi

dotnet build InitGen.Benchmarks -c Release --nologo -v quiet >&2
PYTHONDONTWRITEBYTECODE=1 exec "$python" peers/compare.py InitGen.Benchmarks/bin/Release/net10.0/InitGen.Benchmarks.dll "$@"
