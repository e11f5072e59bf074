"""Draws icon.svg, a histogram under the normal density it was drawn from, and renders it with Chromium to icon.png, 128 x 128.

    python3 assets/icon.py
"""

import math
import pathlib
import subprocess

SIZE = 128
CENTRE, SPREAD = 64, 19  # of the density, in pixels
BASE, HEIGHT = 104, 76  # the baseline and how far the curve rises above it
BARS, BAR_WIDTH = 7, 10


def density(x):
    return math.exp(-((x - CENTRE) ** 2) / (2 * SPREAD**2))


def bar(index):
    x = CENTRE + (index - BARS // 2) * (BAR_WIDTH + 4)
    height = HEIGHT * density(x) - 7
    return f'<rect x="{x - BAR_WIDTH / 2:g}" y="{BASE - height:.1f}" width="{BAR_WIDTH}" height="{height:.1f}" rx="2"/>'


curve = " L".join(f"{x} {BASE - HEIGHT * density(x):.1f}" for x in range(10, 119, 2))
bars = "".join(bar(index) for index in range(BARS) if HEIGHT * density(CENTRE + (index - BARS // 2) * (BAR_WIDTH + 4)) > 9)
svg = f"""<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}">
<rect width="{SIZE}" height="{SIZE}" rx="24" fill="#1d3557"/>
<g fill="#8ecae6">{bars}</g>
<path d="M{curve}" fill="none" stroke="#ffb703" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
"""

folder = pathlib.Path(__file__).resolve().parent
(folder / "icon.svg").write_text(svg)
subprocess.run(
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--default-background-color=00000000",
     f"--window-size={SIZE},{SIZE}", f"--screenshot={folder / 'icon.png'}", (folder / "icon.svg").as_uri()],
    check=True, capture_output=True)
