"""A folder that is either complete or absent: made aside, put in place in one move."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ABANDONED = 1800  # seconds after which what an interrupted build left is removed


@contextmanager
def made_aside(folder: Path) -> Iterator[Path]:
    """An empty folder to fill, which becomes `folder` at the end. Stopped in the middle, it leaves nothing."""
    work = folder.parent / f"part-{os.urandom(8).hex()}"
    try:
        work.mkdir(parents=True)
        yield work
        put(work, folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def put(work: Path, folder: Path) -> None:
    try:
        work.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another build was faster
            raise


def sweep(home: Path, keep: set[str]) -> None:
    """Remove what is not kept, but what another build may be making right now."""
    for path in home.iterdir():
        being_made = path.name.startswith("part-") and time.time() - path.stat().st_mtime < ABANDONED
        if path.name in keep or being_made:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
