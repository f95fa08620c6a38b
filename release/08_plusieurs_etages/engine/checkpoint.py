"""Keep a model in a small file: one JSON text that any program can read.

Does: save a session with all it needs to go on to the same result; read it back; refuse a damaged or foreign file.
Does not: run anything from the file: it holds only numbers and texts.
"""

import json
import math
import os
import zlib
from dataclasses import asdict
from pathlib import Path

from engine.beyond.bpe import Bpe
from engine.config import Config, check_weights
from engine.learner import MatrixLearner
from engine.training import Recipe, Session
from engine.vocabulary import Vocabulary

FORMAT = "tuto-llm model 1"


def save(session: Session, path: str | Path) -> None:
    """Write the session to this file; an older file is replaced only once the new one is whole.

    >>> from tempfile import TemporaryDirectory
    >>> from engine.training import new_session
    >>> with TemporaryDirectory() as folder:
    ...     save(new_session(Recipe(steps=7)), f"{folder}/model.json")
    ...     load(f"{folder}/model.json").recipe.steps
    7
    """
    content = {
        "format": FORMAT,
        "config": asdict(session.config),
        "vocabulary": asdict(session.vocabulary),
        "recipe": asdict(session.recipe),
        "step": session.step,
        "weights": session.learner.weights(),
        "momentum": session.learner.momentum(),
    }
    content["checksum"] = _checksum(content)
    unfinished = Path(f"{path}.part")
    unfinished.write_text(json.dumps(content), encoding="utf-8")
    os.replace(unfinished, path)


def load(path: str | Path, make_learner=MatrixLearner) -> Session:
    """The session saved in this file. Raises ValueError, which says what is wrong, when it is not such a file."""
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"cannot read {path}: expected a model saved by this engine, got {error}") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError(f"cannot read {path}: expected a file that says {FORMAT!r}")
    if content.pop("checksum", None) != _checksum(content):
        raise ValueError(f"cannot read {path}: the file is damaged, expected another checksum")
    try:
        return _session(content, make_learner)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"cannot read {path}: {error}") from error


def _session(content: dict, make_learner) -> Session:
    config = Config(**content["config"])
    check_weights(config, content["weights"])
    for name, rows in content["weights"].items():
        if not all(isinstance(x, float) and math.isfinite(x) for row in rows for x in row):
            raise ValueError(f"got a weight of {name} that is not a number")
    recipe = Recipe(**content["recipe"] | {"frozen": tuple(content["recipe"]["frozen"])})
    learner = make_learner(config, content["weights"], recipe.frozen)
    learner.set_momentum(content["momentum"])
    kind = content["vocabulary"]
    vocabulary = Bpe(tuple(map(tuple, kind["merges"]))) if "merges" in kind else Vocabulary(**kind)
    return Session(config, vocabulary, recipe, learner, content["step"])


def _checksum(content: dict) -> int:
    """A number that changes when anything in the content does."""
    return zlib.crc32(json.dumps(content, sort_keys=True).encode())
