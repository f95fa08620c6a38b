"""Packs Python's library for the page, run by the page's own Python (in Node, see library.mjs).

Pyodide publishes sources, which it compiles again at every start: compiled once and for all, Python is there in less
than half the time. What a lesson in a browser can never use is left out: it would only be downloaded.
"""

import io
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

LIBRARY = "/lib/python314.zip"
LEFT_OUT = set(
    # other programs, networks and machines: a browser has none
    "multiprocessing _pyrepl xmlrpc wsgiref imaplib smtplib poplib ftplib mailbox netrc webbrowser pty tty curses "
    # tools for those who write programs
    "unittest doctest pdb bdb pydoc trace tracemalloc profile cProfile pstats pickletools modulefinder compileall "
    "py_compile pyclbr tabnanny zipapp symtable rlcompleter optparse configparser cmd "
    # formats that no lesson reads
    "xml tarfile plistlib email http wave sqlite3 ctypes tomllib mimetypes".split()
)
NEEDED_ENCODINGS = set("__init__ aliases ascii utf_8 utf_8_sig utf_16 utf_32 latin_1 cp437 cp1252 idna".split())
NO_DOCSTRINGS = 2


def packed() -> bytes:
    """The new archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(LIBRARY) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for file in old.namelist():
            if file.endswith(".py") and is_needed(file):
                new.writestr(zipfile.ZipInfo(file + "c"), compiled(file, old.read(file)), zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def is_needed(file: str) -> bool:
    package, _, rest = file.removesuffix(".py").partition("/")
    return package not in LEFT_OUT and (package != "encodings" or rest in NEEDED_ENCODINGS)


def compiled(file: str, source: bytes) -> bytes:
    """As in a __pycache__ folder; never compared with a source, since there is none."""
    code = compile(source, f"{LIBRARY}/{file}", "exec", dont_inherit=True, optimize=NO_DOCSTRINGS)
    return _code_to_hash_pyc(code, bytes(8), False)
