"""Reading a file nobody can trust: every shape has a defined outcome, and none raises anything but Unreadable."""

import json
import random

import pytest

from autograder.notebook import Unreadable, parse_notebook, read_notebook

CODE = {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "entourer"}}, "source": ["x = 1\n", "y = 2"]}
GOOD = {"cells": [CODE], "metadata": {"tuto": {"lesson": "01"}}, "nbformat": 4, "nbformat_minor": 5}


def raw(content, encoding="utf-8"):
    return json.dumps(content, ensure_ascii=False).encode(encoding)


def test_a_notebook():
    notebook = parse_notebook(raw(GOOD))
    assert notebook.lesson == "01"
    (cell,) = notebook.cells
    assert (cell.kind, cell.source, cell.grade_id) == ("code", "x = 1\ny = 2", "entourer")


def test_nbformat_3_keeps_its_cells_in_worksheets():
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1"}]}], "nbformat": 3}
    assert parse_notebook(raw(old)).cells[0].source == "x = 1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding(encoding):
    content = GOOD | {"cells": [CODE | {"source": "# prénom à côté"}]}
    assert parse_notebook(raw(content, encoding)).cells[0].source == "# prénom à côté"


def test_windows_line_ends_are_lines():
    assert (
        parse_notebook(raw(GOOD | {"cells": [CODE | {"source": "a = 1\r\nb = 2"}]})).cells[0].source == "a = 1\nb = 2"
    )


@pytest.mark.parametrize(
    "source", [None, 3, {"a": 1}, [1, None, "x"], True], ids=["none", "number", "dict", "mixed", "bool"]
)
def test_a_source_of_another_type_is_empty_or_kept_in_part(source):
    cell = parse_notebook(raw(GOOD | {"cells": [CODE | {"source": source}]})).cells[0]
    assert cell.source in ("", "x")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\x00\xff\x00",
        raw(GOOD)[:-20],
        b"[1, 2]",
        b'"text"',
        b"{}",
        raw({"cells": []}),
        raw({"cells": "x"}),
        raw({"worksheets": 3}),
        b"[" * 100_000,
        b'{"cells": [' + b"{}," * 2_500_000 + b"{}]}",
    ],
    ids=lambda content: repr(content[:12]),
)
def test_what_is_not_a_notebook_is_said_to_be_unreadable(content):
    with pytest.raises(Unreadable, match=r"\w"):
        parse_notebook(content)


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(Unreadable, match="trouve pas"):
        read_notebook(tmp_path / "absent.ipynb")
    with pytest.raises(Unreadable, match="droit"):
        read_notebook(tmp_path)


def test_a_link_is_not_followed(tmp_path):
    """It could lead to the solutions, which lie on the teacher's disk."""
    (tmp_path / "corrige.ipynb").write_bytes(raw(GOOD))
    (tmp_path / "lien.ipynb").symlink_to("corrige.ipynb")
    with pytest.raises(Unreadable, match="lien vers"):
        read_notebook(tmp_path / "lien.ipynb")


def test_fifty_megabytes_of_output_are_read():
    """A child prints in an endless loop, stops it and hands in: the file is huge, the answers are there."""
    flood = CODE | {"outputs": [{"output_type": "stream", "name": "stdout", "text": "encore\n" * 7_500_000}]}
    content = raw(GOOD | {"cells": [flood]})
    assert len(content) > 50 << 20
    assert parse_notebook(content).cells[0].grade_id == "entourer"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_printed_table_of_numbers_is_no_heap_of_objects(encoding):
    flood = CODE | {"outputs": [{"output_type": "stream", "name": "stdout", "text": '[[0.1, "\\"], {}]\n' * 700_000}]}
    assert parse_notebook(raw(GOOD | {"cells": [flood]}, encoding)).cells[0].grade_id == "entourer"


@pytest.mark.parametrize("hidden", ['"\\\\"', '"\\"["', '"'])
def test_objects_are_counted_whatever_text_stands_before_them(hidden, monkeypatch):
    """And a text without an end costs no more than any other."""
    monkeypatch.setattr("autograder.notebook.MAX_BRACKETS", 100)
    with pytest.raises(Unreadable, match="morceaux" if hidden != '"' else "abîmé"):
        parse_notebook(f'{{"a": {hidden}, "cells": [{"{}," * 200}{{}}]}}'.encode())
    with pytest.raises(Unreadable, match="abîmé"):
        parse_notebook(b"[" * 90 + b'"' + b'\\"[' * 2_000_000)


def test_damaged_bytes_never_raise_anything_else():
    rng = random.Random(5)
    good = raw(GOOD)
    for _ in range(2000):
        damaged = bytearray(good)
        for _ in range(rng.randint(1, 6)):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        try:
            parse_notebook(bytes(damaged[: rng.randint(0, len(damaged))]))
        except Unreadable:
            continue
