"""One server for one data folder: two would grade the same attempts and fight over the same file."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

if os.name == "nt":
    import msvcrt
else:
    import fcntl

ALREADY_OPEN = (
    "Une classe est déjà ouverte sur ces données ({data}). Fermez-la d’abord (Ctrl + C dans sa fenêtre), "
    "ou ouvrez-en une autre avec --data DOSSIER."
)


class AlreadyOpen(Exception):
    """Somebody serves this folder already; the message says what to do."""


@contextlib.contextmanager
def only_server(data: Path) -> Iterator[None]:
    """Held while a class is open, or restored. The system forgets it when the process dies, however it dies.

    Raises AlreadyOpen.
    """
    data.mkdir(parents=True, exist_ok=True)
    with (data / "ouverte").open("ab") as mark:
        try:
            take(mark)
        except OSError:
            raise AlreadyOpen(ALREADY_OPEN.format(data=data)) from None
        yield


def take(mark) -> None:
    if os.name == "nt":
        mark.seek(0)
        msvcrt.locking(mark.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
