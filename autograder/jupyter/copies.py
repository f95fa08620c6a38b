"""Writing so that nothing is lost: a dated copy first, and files that are never half written."""

import os
from datetime import datetime
from pathlib import Path

COPIES = "sauvegardes"


def keep_copy(path: Path, folder: Path) -> Path:
    """A dated copy of a file in the lesson's `sauvegardes` folder."""
    return keep_content(path.read_bytes(), path.name, folder)


def keep_content(content: bytes, name: str, folder: Path) -> Path:
    """The same for a content; two copies of one second get two names."""
    stem, suffix = Path(name).stem, Path(name).suffix
    date = f"{datetime.now():%Y-%m-%d_%Hh%Mm%S}"
    (folder / COPIES).mkdir(exist_ok=True)
    for number in range(1, 1000):
        copy = folder / COPIES / f"{stem}_{date}{'' if number == 1 else f'_{number}'}{suffix}"
        try:
            with copy.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return copy
    raise FileExistsError(folder / COPIES)


def write_whole(path: Path, content: bytes) -> None:
    """All or nothing: written beside, then put in place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:  # Ctrl-C too
        beside.unlink(missing_ok=True)
        raise
