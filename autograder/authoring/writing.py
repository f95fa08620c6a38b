"""Write all the files, or none: an exercise that is half there would break the whole course."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from autograder.authoring import phrases
from autograder.system_words import reason


class CannotMake(Exception):
    """The message, in French, says what is in the way and what to do."""


def write_all(root: Path, files: Mapping[str, str]) -> None:
    """Path from `root` -> text. New text goes beside first; only then does each file take its place."""
    before = {name: content_of(root / name) for name in files}
    folders = [folder for name in files for folder in missing_folders(root / name)]
    try:
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            beside(root / name).write_bytes(laid_out(text, before[name]))
        for name in files:
            os.replace(beside(root / name), root / name)
    except BaseException as error:  # Ctrl-C too
        put_back(root, before, folders)
        if not isinstance(error, OSError):
            raise
        file = Path(error.filename or root.resolve()).name.removesuffix(".nouveau")
        raise CannotMake(phrases.CANNOT_WRITE.format(file=file, reason=reason(error))) from None


def laid_out(text: str, before: bytes | None) -> bytes:
    """With the line ends that the file had: Windows may have put its own."""
    content = text.encode()
    return content.replace(b"\n", b"\r\n") if b"\r\n" in (before or b"") else content


def content_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def missing_folders(path: Path) -> list[Path]:
    """The folders above `path` that do not exist yet, deepest first."""
    return [folder for folder in path.parents if not folder.exists()]


def beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.nouveau")


def put_back(root: Path, before: Mapping[str, bytes | None], folders: list[Path]) -> None:
    """As it was, as far as the disk allows it."""
    for name, content in before.items():
        with suppress(OSError):
            beside(root / name).unlink(missing_ok=True)
            if content is None:
                (root / name).unlink(missing_ok=True)
            elif (root / name).read_bytes() != content:
                (root / name).write_bytes(content)
    for folder in sorted(set(folders), reverse=True):
        with suppress(OSError):
            folder.rmdir()
