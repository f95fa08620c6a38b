"""What the site is made from."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

# In this folder: another way of building makes another site.
BUILDERS = ("*.py", "*.mjs", "package*.json", ".npmrc", "src/**/*")


@dataclass(frozen=True)
class Parts:
    """The project's folder, and what the build takes from it."""

    root: Path

    @property
    def here(self) -> Path:
        return self.root / "classroom" / "assets"

    @property
    def sources(self) -> Path:
        return self.here / "src"

    @property
    def static(self) -> Path:
        return self.root / "classroom" / "static"

    @property
    def badges(self) -> Path:
        return self.root / "exercises" / "badges"

    def lessons(self) -> list[Path]:
        """The released lessons, each with its notebook and the files that the notebook finds beside itself."""
        return sorted(folder for folder in (self.root / "release").iterdir() if folder.is_dir())

    def files(self) -> list[Path]:
        """Every file that changes the site when it changes: notebooks do not, pages are made from them as they are."""
        builders = [path for pattern in BUILDERS for path in self.here.glob(pattern)]
        folders = [self.static, self.badges, *self.lessons()]
        found = {*builders, *(path for folder in folders for path in folder.rglob("*"))}
        return sorted(path for path in found if is_part(path))

    def key(self) -> str:
        """A short name for all of it: part of every file's address, so that browsers may keep files for ever."""
        digest = hashlib.sha256()
        for path in self.files():
            name, content = path.relative_to(self.root).as_posix().encode(), path.read_bytes()
            digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
        return digest.hexdigest()[:12]


def is_part(path: Path) -> bool:
    return path.is_file() and path.suffix != ".ipynb" and "__pycache__" not in path.parts
