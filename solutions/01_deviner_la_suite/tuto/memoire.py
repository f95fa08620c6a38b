"""A small memory beside the notebooks, from one day to the next: `tuto_memoire.json`.

It is a convenience for the pupil, never a mark. Damaged, missing or read-only, it is empty, and nobody is stopped.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

FILE = Path("tuto_memoire.json")  # in the current folder: the notebook's
DAMAGED = Path("tuto_memoire_abimee.json")  # what could not be read is put aside, not thrown away
LOCK = Path("tuto_memoire.verrou")
WAITS, PAUSE = 20, 0.025  # on Windows, for whoever is reading: half a second
ABANDONED = 5  # seconds: an older lock was left by a kernel that died
PATIENCE = 10  # seconds one waits for the lock: then the memory matters less than the pupil


def enregistre(cle: str, valeur: Any) -> None:
    """Keep a value (numbers, texts, lists, dictionaries) under a name."""
    change(cle, lambda _: valeur)


def change(cle: str, new: Callable[[Any], Any]) -> bool:
    """Keep `new(what was kept under that name, or None)`. False when it could not be written."""
    try:
        with alone():
            memory = _read(FILE)
            content = json.dumps(memory | {cle: new(memory.get(cle))}, ensure_ascii=False, indent=1)
            if not memory and FILE.is_file() and FILE.stat().st_size:
                os.replace(FILE, DAMAGED)
            _write(content + "\n")
    except (OSError, TypeError, ValueError, RecursionError):
        return False
    return True


def retrouve(cle: str, defaut: Any = None) -> Any:
    """The value kept under that name: here, else in the folder of another lesson, else `defaut`."""
    here = _read(FILE)
    if cle in here:
        return here[cle]
    others = (_read(path) for path in sorted(Path("..").glob(f"[0-9][0-9]_*/{FILE.name}"), reverse=True))
    return next((memory[cle] for memory in others if cle in memory), defaut)


@contextmanager
def alone() -> Iterator[None]:
    """One kernel at a time, as far as that can be had."""
    end = time.monotonic() + PATIENCE
    while not (ours := _lock()) and time.monotonic() < end:
        time.sleep(PAUSE)
    try:
        yield
    finally:
        if ours:
            LOCK.unlink(missing_ok=True)


def _lock() -> bool:
    """False while another kernel has it."""
    try:
        os.close(os.open(LOCK, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        with suppress(FileNotFoundError):  # given back since
            if time.time() - LOCK.stat().st_mtime > ABANDONED:
                LOCK.unlink()
        return False
    return True


def _write(content: str) -> None:
    """All or nothing: a full disk or a power cut leaves the memory as it was."""
    beside = FILE.with_name(f"{FILE.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(beside)
    finally:
        beside.unlink(missing_ok=True)


def _put_in_place(beside: Path) -> None:
    for left in reversed(range(WAITS)):
        try:
            return os.replace(beside, FILE)
        except PermissionError:  # Windows does not replace a file that somebody reads
            if not left:
                raise
            time.sleep(PAUSE)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
