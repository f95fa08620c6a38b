"""A whole class in one file, and back.

The file is a zip of the database, copied by SQLite itself while the class may be running, and of the keys from which
pupils' secret words are drawn. Whoever holds it holds the class: it is readable by its owner only.
"""

import os
import shutil
import sqlite3
import sys
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from autograder.system_words import reason
from classroom.serving.lock import AlreadyOpen, only_server

DATABASE = "classe.sqlite3"
KEY = "cle_du_serveur"
PARTS = (DATABASE, KEY)
SQLITE_START = b"SQLite format 3\x00"

SAVED = "La classe est copiée dans {file} ({size} Ko). Gardez ce fichier en lieu sûr : il contient tout."
NOTHING = "Il n’y a pas encore de classe dans {data} : rien à copier."
POSTGRES = "Cette classe vit dans PostgreSQL : copiez-la avec pg_dump, et le fichier {key} avec elle."
THERE = "{file} existe déjà. Choisissez un autre nom, pour ne rien écraser."
NOT_WRITTEN = "Je n’ai pas pu écrire {file} : {reason}."
NOT_A_COPY = "{file} n’est pas une copie de classe faite par « tuto backup », ou elle est abîmée. Rien n’a été changé."
RESTORED = "La classe est remise en place dans {data}."
KEPT = "Ce qui s’y trouvait avant est gardé dans {before}."


def backup(file: Path) -> int:
    from django.conf import settings

    if "sqlite3" not in settings.DATABASES["default"]["ENGINE"]:
        return complain(POSTGRES.format(key=settings.DATA / KEY))
    if not (settings.DATA / DATABASE).is_file():
        return complain(NOTHING.format(data=settings.DATA))
    if file.exists():
        return complain(THERE.format(file=file))
    try:
        write_copy(settings.DATA, file)
    except (OSError, sqlite3.Error) as problem:
        file.unlink(missing_ok=True)
        return complain(
            NOT_WRITTEN.format(file=file, reason=reason(problem) if isinstance(problem, OSError) else problem)
        )
    print(SAVED.format(file=file, size=file.stat().st_size // 1024))
    return 0


def write_copy(data: Path, file: Path) -> None:
    """SQLite's own backup: a consistent copy, whatever is being written meanwhile."""
    with tempfile.TemporaryDirectory(dir=file.resolve().parent) as scratch:
        copied = Path(scratch) / DATABASE
        source, target = sqlite3.connect(data / DATABASE), sqlite3.connect(copied)
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
        opener = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opener, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(copied, DATABASE)
            archive.write(data / KEY, KEY)


def restore(file: Path) -> int:
    """Put a copy in place of what is there, which is moved aside: nothing is erased."""
    from django.conf import settings

    data = settings.DATA
    try:
        with tempfile.TemporaryDirectory(dir=make(data.parent)) as scratch:
            if not unpack(file, Path(scratch)):
                return complain(NOT_A_COPY.format(file=file))
            with only_server(data):
                before = set_aside(data)
                for part in PARTS:
                    shutil.move(Path(scratch) / part, data / part)
                    (data / part).chmod(0o600)
    except AlreadyOpen as problem:
        return complain(str(problem))
    except OSError as problem:
        return complain(NOT_WRITTEN.format(file=data, reason=reason(problem)))
    print(RESTORED.format(data=data))
    if before:
        print(KEPT.format(before=before))
    return 0


def make(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def unpack(file: Path, folder: Path) -> bool:
    """True when the file is a copy of a class, whole; only its two known parts are read."""
    try:
        with zipfile.ZipFile(file) as archive:
            for part in PARTS:
                with archive.open(part) as inside, (folder / part).open("wb") as outside:
                    shutil.copyfileobj(inside, outside)
    except (OSError, KeyError, zipfile.BadZipFile, EOFError):
        return False
    return is_sound(folder / DATABASE) and bool((folder / KEY).read_bytes().strip())


def is_sound(database: Path) -> bool:
    with database.open("rb") as file:
        if file.read(len(SQLITE_START)) != SQLITE_START:
            return False
    connection = sqlite3.connect(database)
    try:
        return connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except sqlite3.Error:
        return False
    finally:
        connection.close()


def set_aside(data: Path) -> Path | None:
    """What was there before goes to a folder beside, with the date."""
    there = [path for path in data.glob("*") if path.name.startswith(PARTS)]
    if not (data / DATABASE).exists():
        for path in there:  # the key made by this very command: it opens nothing
            path.unlink()
        return None
    before = data.with_name(f"{data.name}-avant-{datetime.now():%Y-%m-%d-%Hh%Mm%S}")
    before.mkdir()
    for path in there:
        shutil.move(path, before / path.name)
    return before


def complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
