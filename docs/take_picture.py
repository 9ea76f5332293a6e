"""Makes docs/images/explorer.png, the picture of the README: ``python docs/take_picture.py``, with Chromium installed."""

# ruff: noqa: INP001 - a program of the documentation, not a package

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from travaux.resources import seeds_folder

_CHANNELS = 3


def make(picture: Path) -> None:
    """Build the seeds in a temporary folder, serve them, and take a picture of the first screen of the explorer."""
    picture.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(shutil.copytree(seeds_folder(), Path(folder) / "seeds", ignore=shutil.ignore_patterns(".travaux")))
        with serving(seeds) as address:
            picture.write_bytes(compress(take(address)))


@contextmanager
def serving(corpus: Path) -> Iterator[str]:
    """Serve the explorer of a corpus at a free port, and give its address."""
    command = [sys.executable, "-u", "-m", "travaux", "explore", str(corpus), "--no-open", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            yield next(line.split()[-1] for line in server.stdout or () if "explorer is at" in line)
        finally:
            server.terminate()


def take(address: str) -> bytes:
    """Return a screenshot of a page in a laptop's window as PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--disable-gpu"])
        window = browser.new_page(viewport={"width": 1366, "height": 768})
        window.goto(address)
        window.wait_for_timeout(500)
        screenshot = window.screenshot()
        browser.close()
        return screenshot


def compress(png: bytes) -> bytes:
    """Return the same picture in fewer bytes: a browser compresses in haste, and flat colours need no filter of lines."""
    chunks = dict(_chunks(png))
    width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    if (depth, colours) != (8, 2):
        return png  # no screenshot: those have eight bits of red, green and blue
    lines = b"".join(b"\0" + line for line in _lines(zlib.decompress(chunks[b"IDAT"]), width * _CHANNELS, height))
    parts = ((b"IHDR", chunks[b"IHDR"]), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return png[:8] + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a PNG by name, all image data as one."""
    image, place = b"", 8
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        name, data = png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        image += data if name == b"IDAT" else b""
        yield name, image if name == b"IDAT" else data
        place += size + 12


def _lines(data: bytes, width: int, height: int) -> Iterator[bytes]:
    """Undo the filters of a PNG, line by line (PNG specification, section 9)."""
    above = bytes(width)
    for place in range(0, height * (width + 1), width + 1):
        kind, line = data[place], bytearray(data[place + 1 : place + 1 + width])
        for at in range(width):
            left, corner = (line[at - _CHANNELS], above[at - _CHANNELS]) if at >= _CHANNELS else (0, 0)
            line[at] = (line[at] + (0, left, above[at], (left + above[at]) // 2, _nearest(left, above[at], corner))[kind]) & 255
        above = bytes(line)
        yield above


def _nearest(left: int, above: int, corner: int) -> int:
    """Return the neighbour that is nearest to their sum less the corner, in the order of the specification."""
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("images") / "explorer.png")
