"""Is a notebook open in a Jupyter of this machine? Jupyter would save its own copy over what is added here."""

import json
import os
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any

PATIENCE = 1.0  # seconds: a server that has died leaves its file behind


def is_open(notebook: Path) -> bool:
    return any(notebook.resolve() == opened for server in servers() for opened in notebooks_of(server))


def servers() -> Iterator[dict[str, Any]]:
    """What each running Jupyter server wrote of itself."""
    for file in (file for folder in runtime_folders() for file in sorted(folder.glob("jpserver-*.json"))):
        try:
            server = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(server, dict):
            yield server


def runtime_folders() -> Iterator[Path]:
    """Where these files are kept: by `tuto jupyter`, then by Jupyter itself (jupyter_core, which may not be here)."""
    yield from Path(tempfile.gettempdir()).glob("tuto-jupyter-*/runtime")
    if chosen := os.environ.get("JUPYTER_RUNTIME_DIR"):
        yield Path(chosen)
    elif sys.platform == "win32":
        yield Path(os.environ.get("APPDATA", Path.home()), "jupyter", "runtime")
    elif sys.platform == "darwin":
        yield Path.home() / "Library" / "Jupyter" / "runtime"
    else:
        yield Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "jupyter", "runtime")


def notebooks_of(server: dict[str, Any]) -> Iterator[Path]:
    """The notebooks that have a kernel running there; none when the server does not answer."""
    address, token = server.get("url"), server.get("token", "")
    if not isinstance(address, str) or not address.startswith(("http://", "https://")):
        return
    asked = urllib.request.Request(f"{address}api/sessions", headers={"Authorization": f"token {token}"})
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a school's proxy knows no localhost
    try:
        with direct.open(asked, timeout=PATIENCE) as answer:
            sessions = json.load(answer)
    except (OSError, ValueError, HTTPException):  # nobody there, or another program that has taken the port since
        return
    for session in sessions if isinstance(sessions, list) else ():
        if isinstance(session, dict) and isinstance(session.get("path"), str):
            yield Path(server.get("root_dir", ""), session["path"]).resolve()
