"""The modules a pupil may import: those loaded when the component is built, since an instance has no file to read."""

import importlib

MODULES = """
abc array ast asyncio base64 binascii bisect calendar cmath collections collections.abc colorsys contextlib copy csv
dataclasses datetime _strptime decimal difflib doctest enum fractions functools gc getpass hashlib heapq html inspect io
itertools json keyword linecache locale logging math numbers operator os os.path pathlib pickle platform pprint queue
random re secrets shutil signal socket statistics string struct subprocess sys tempfile textwrap threading time timeit
traceback types typing unicodedata unittest urllib.parse uuid warnings weakref zlib
encodings.ascii encodings.cp1252 encodings.idna encodings.latin_1 encodings.utf_16
""".split()


def load():
    """Import all that this build of CPython has."""
    for name in MODULES:
        try:
            importlib.import_module(name)
        except ImportError:  # no zlib, no socket … in some builds
            continue
