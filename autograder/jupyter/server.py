"""The Jupyter server, in this process: our settings, French sentences, Ctrl + C. Jupyter is imported only to start."""

import argparse
import logging
import os
import shutil
import signal
import socket
import tempfile
import warnings
from collections.abc import Iterable
from pathlib import Path

from autograder.jupyter import phrases
from autograder.jupyter.phrases import said
from autograder.jupyter.settings import environment, server_config, write_settings


class CannotServe(Exception):
    """The message says what to do."""


def serve(folder: Path, home: Path, options: argparse.Namespace, first_page: str, trusted: Iterable[Path] = ()) -> None:
    """Until it is stopped. Raises CannotServe.

    folder       what can be reached from the browser
    home         where the display settings that are changed in the page are kept
    first_page   what the browser opens, such as "/tree"
    trusted      notebooks that are ours, as is each copy of them that was not changed
    """
    if options.port and is_busy(options.port):
        raise CannotServe(said(phrases.BUSY, port=options.port, other=options.port + 1))
    passing = Path(tempfile.mkdtemp(prefix="tuto-jupyter-"))  # on this machine's disk: holds the server's secrets
    clean = environment(dict(os.environ), home)
    os.environ.clear()
    os.environ.update(clean, JUPYTER_RUNTIME_DIR=str(passing / "runtime"), IPYTHONDIR=str(passing / "ipython"))
    try:
        run(folder, passing / "settings", options, first_page, trusted)
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def run(folder: Path, settings: Path, options: argparse.Namespace, first_page: str, trusted: Iterable[Path]) -> None:
    warnings.filterwarnings("ignore", module="jupyter|traitlets|tornado|zmq")  # for developers, in English
    try:
        from jupyter_core.paths import jupyter_config_dir
        from jupyterlab.labapp import LabApp
        from notebook.app import JupyterNotebookApp
        from traitlets.config import Config
    except ImportError:
        raise CannotServe(said(phrases.MISSING)) from None
    config = Path(jupyter_config_dir())  # an empty folder made for this process
    write_settings(settings, config, options.auteur)
    application = LabApp if options.lab else JupyterNotebookApp
    logging.getLogger("asyncio").addFilter(is_worth_saying)
    os.chdir(folder)
    try:
        server = hold_port(application, Config(server_config(folder, options, first_page, settings)), options.port)
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):  # Jupyter's own would ask a question in English
                signal.signal(getattr(signal, name), lambda *_: server.stop(from_signal=True))
        trust(server, trusted)
        address = f"http://localhost:{server.port}{first_page}?token={server.identity_provider.token}"
        browser = "" if options.sans_navigateur else said(phrases.ALONE)
        print(said(phrases.OPENED, address=address, browser=browser), flush=True)
        server.start()
    finally:
        shutil.rmtree(config, ignore_errors=True)
    print(said(phrases.STOPPED), flush=True)


def hold_port(application, config, port: int | None):
    """The server, ready: Jupyter takes its port only when its loop first turns. Raises CannotServe."""
    in_english = "the Jupyter server could not be started"
    logging.getLogger("ServerApp").addFilter(lambda record: in_english not in record.getMessage())
    try:
        server = application.initialize_server(argv=[], config=config)
        server.io_loop.run_sync(lambda: None)
    except SystemExit:
        sentence = said(phrases.NOT_HELD, port=port, other=port + 1) if port else said(phrases.JUST_TAKEN)
        raise CannotServe(sentence) from None
    return server


def is_worth_saying(record: logging.LogRecord) -> bool:
    """Not that somebody closed a page while Jupyter wrote to it: asyncio tells that with a long traceback."""
    from tornado.iostream import StreamClosedError
    from tornado.websocket import WebSocketClosedError

    problem = record.exc_info[1] if record.exc_info else None
    return not isinstance(problem, StreamClosedError | WebSocketClosedError)


def trust(server, notebooks: Iterable[Path]) -> None:
    """Sign our notebooks: Jupyter calls the others « Non fiable » until each of their cells was run."""
    import nbformat

    notary = server.contents_manager.notary
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)
        if not notary.check_signature(notebook):
            notary.sign(notebook)


def is_busy(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0
