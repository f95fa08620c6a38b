import dataclasses

import pytest

from tuto import affichage, entrainement, lecon_1
from tuto.seance import SESSION, Session

LESSON = "01_deviner_la_suite"
LENT = lecon_1.suggestions_pretee, lecon_1.choisir_pretee  # lent as soon as the lesson is imported


class Cahier:
    """A notebook without Jupyter: cells run one after the other, what they show is text."""

    def __init__(self, capsys):
        self.names, self.capsys = {"__name__": "__main__"}, capsys

    def run(self, code: str) -> str:
        self.capsys.readouterr()
        exec(code, self.names)
        return plain(self.capsys.readouterr().out)


def plain(text: str) -> str:
    """Plain spaces and straight apostrophes: how authors type."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.fixture(autouse=True)
def new_session(tmp_path, monkeypatch):
    """Each test in its own folder, as in a kernel that has just started."""
    monkeypatch.chdir(tmp_path)
    fields = [field.name for field in dataclasses.fields(Session)]
    before = {name: getattr(SESSION, name) for name in fields}
    fresh = Session(lent=dict(SESSION.lent))
    assert {lent for lent, _ in fresh.lent.values()} >= set(LENT)
    for name in fields:
        setattr(SESSION, name, getattr(fresh, name))
    yield SESSION
    if SESSION.judge:
        SESSION.judge.close()
    for name in fields:
        setattr(SESSION, name, before[name])


@pytest.fixture
def cahier(capsys):
    """Lesson 1, begun."""
    notebook = Cahier(capsys)
    notebook.run(f'from tuto import *\nfrom tuto.lecon_1 import *\ncommence("{LESSON}")')
    return notebook


@pytest.fixture
def pages(monkeypatch):
    """What would be shown as HTML, in order."""
    shown = []

    def keep(text, page, place="", again=False):
        shown.append(page)

    monkeypatch.setattr(affichage, "show", keep)
    monkeypatch.setattr(entrainement, "show", keep)
    return shown
