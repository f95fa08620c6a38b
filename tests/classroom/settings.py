"""The classroom's settings for tests: its data in a folder of their own, an address for the site's files."""

import os
import tempfile

os.environ["TUTO_DATA"] = tempfile.mkdtemp(prefix="tuto-classe-")

from classroom.settings import *  # noqa: F403
from classroom.settings import DATA, DATABASES

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "essai.sqlite3")}  # a file: threads share it as in a class
