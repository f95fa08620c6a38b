"""Every file compressed beside itself, once and for all: the server only has to choose.

Browsers say that they read Brotli on https (and on the teacher's own machine) only; over a class's plain http, gzip it
is. The few big files are kept in gzip only: every browser reads it, and the site takes half the room.
"""

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli

PACKED = {".woff2", ".png", ".zip", ".gz", ".br"}  # already compressed
WORTH_IT = 0.9  # a twin must be that much smaller
BIG = 1_000_000  # bytes


def write_twins(folder: Path, done: Callable[[float], None] = lambda part: None) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in PACKED)
    total, seen = sum(path.stat().st_size for path in files), 0
    for path in files:
        seen += compress(path)
        done(seen / total)


def compress(path: Path) -> int:
    """Gives the size of the file as it was."""
    content = path.read_bytes()
    zipped = gzip.compress(content, 9, mtime=0)
    if len(zipped) < WORTH_IT * len(content):
        path.with_name(path.name + ".gz").write_bytes(zipped)
        if len(content) > BIG:
            path.unlink()
        else:
            path.with_name(path.name + ".br").write_bytes(brotli.compress(content))
    return len(content)
