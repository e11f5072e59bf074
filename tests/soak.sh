#!/usr/bin/env bash
# An hour (or as many minutes as the first argument says) of mixed work on several threads; fails where memory, threads or handles grow.
set -euo pipefail
cd "$(dirname "$0")/InitGen.Soak"
dotnet build -c Release -v quiet
exec dotnet bin/Release/net10.0/InitGen.Soak.dll "${1:-60}"
