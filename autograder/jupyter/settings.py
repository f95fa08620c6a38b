"""How Jupyter is set: in French, closed on itself. The user's own Jupyter configuration is neither read nor written.

What these names mean: Jupyter's documentation of environment variables, jupyter_server's and JupyterLab's settings.
"""

import json
import os
import secrets
import sys
from pathlib import Path
from typing import Any

OURS = "jupyter"  # in the work folder's mark: the learner's own display settings
UNWANTED = ("JUPYTER", "JPY_", "IPYTHON", "PYTHONSTARTUP", "PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
HIDDEN = ("tuto", "engine", "cas_publics.json", "tuto_memoire*", "__pycache__", "*.pyc", "*.tmp", ".DS_Store")
AUTHORS_TOOLS = (
    "nbgrader.server_extensions.formgrader",
    "nbgrader.server_extensions.validate_assignment",
    "nbgrader.server_extensions.assignment_list",
    "nbgrader.server_extensions.course_list",
)
FOR_AUTHORS = ("@jupyter/nbgrader", "jupyterlab-jupytext")  # extensions of the page that a pupil has no use for
DISPLAY = {
    "@jupyterlab/translation-extension:plugin": {"locale": "fr_FR"},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "defer"},  # the whole page is there to be searched
}
OFTEN_SAVED = {"@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 20}}


def environment(before: dict[str, str], home: Path) -> dict[str, str]:
    """The variables of the server and its kernels. `home` goes with the work folder; what it holds may be deleted."""
    kept = {name: value for name, value in before.items() if not name.startswith(UNWANTED)}
    return kept | {
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }


def server_config(folder: Path, options: Any, first_page: str, settings: Path) -> dict[str, dict[str, Any]]:
    """jupyter_server's settings, as its configuration files would write them: class -> trait -> value."""
    extensions = ("jupyterlab", "notebook", *(AUTHORS_TOOLS if options.auteur else ()))
    page = {
        "default_url": first_page,
        "app_settings_dir": str(settings),
        "labextensions_path": [os.path.join(sys.prefix, "share", "jupyter", "labextensions")],
    }
    return {
        "Application": {"log_level": "ERROR"},
        "IdentityProvider": {"token": secrets.token_hex(24)},  # ours: Jupyter's own is announced in English
        "ServerApp": {
            "root_dir": str(folder),
            "default_url": first_page,
            "open_browser": not options.sans_navigateur,
            "use_redirect_file": False,  # Ubuntu's browsers cannot read files in the temporary folder
            "jpserver_extensions": dict.fromkeys(extensions, True),
            "allow_root": True,  # in a container: the server listens to this machine alone and keeps its token
            "terminals_enabled": options.auteur,
            **({"port": options.port, "port_retries": 0} if options.port else {}),
        },
        "LabApp": {
            **page,
            "news_url": None,
            "check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
            "extension_manager": "readonly",
        },
        "JupyterNotebookApp": page | {"custom_css": False},
        "ContentsManager": {} if options.auteur else {"hide_globs": list(HIDDEN)},
        "KernelSpecManager": {"allowed_kernelspecs": {"python3"}},
        "KernelManager": {"transport_encryption": "auto"},  # others may work on this machine
    }


def write_settings(settings: Path, config: Path, for_author: bool) -> None:
    """What the page reads: its language, the extensions that are off. `config` is Jupyter's configuration folder."""
    write_json(settings / "overrides.json", DISPLAY | ({} if for_author else OFTEN_SAVED))
    off = {} if for_author else dict.fromkeys(FOR_AUTHORS, True)
    write_json(config / "labconfig" / "page_config.json", {"disabledExtensions": off})


def write_json(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
