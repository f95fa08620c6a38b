"""Keys that never leave the data folder."""

import secrets
from pathlib import Path


def read_key(path: Path) -> str:
    """The key in this file, made on the first day and readable by its owner only. Raises OSError when it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    key = path.read_text("ascii").strip()
    if not key:  # a full disk on the first day leaves an empty file
        path.unlink()
        raise OSError(f"{path} is empty")
    return key
