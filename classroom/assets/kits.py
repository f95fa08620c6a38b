"""A lesson's kit: what its notebook finds beside itself, for the page's Python to find it too.

One JSON object, {path: text}: every file is text, and the page needs nothing to unpack it.
"""

import json
from pathlib import Path

from classroom.assets.parts import is_part


def kit(lesson: Path) -> str:
    """
    >>> import tempfile; folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "b.ipynb").write_text("{}"), (folder / "a.txt").write_text("emma")
    >>> kit(folder)
    '{"a.txt": "emma"}'
    """
    kept = sorted(path for path in lesson.rglob("*") if is_part(path))
    files = {path.relative_to(lesson).as_posix(): path.read_text("utf-8") for path in kept}
    return json.dumps(files, ensure_ascii=False)


def write_kits(lessons: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    for lesson in lessons:
        (folder / f"{lesson.name}.json").write_text(kit(lesson), "utf-8")
