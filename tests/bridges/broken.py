"""Notebook files as they really arrive.

BROKEN cannot be graded: each must give a sentence to the teacher. DAMAGED hold all the right answers under some
accident: each must be graded, with everything passing.
"""

import json
from collections.abc import Callable

from tests.bridges.accidents import ACCIDENTS, ANSWERS, answers_of
from tests.sample_class import Notebook, fill, read

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200))
TWO_MILLION_BRACKETS = b'{"cells": [' + b"{}," * 2_000_001 + b'{}], "metadata": {}, "nbformat": 4}'


def solved() -> Notebook:
    return fill(read("release"), ANSWERS)


def written(notebook: object, encoding: str = "utf-8") -> bytes:
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode(encoding, "replace")


def edited(change: Callable[[Notebook], object]) -> bytes:
    notebook = solved()
    change(notebook)
    return written(notebook)


def cut_in_half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


BROKEN: dict[str, bytes] = {
    "coupe": cut_in_half(written(solved())),
    "vide": b"",
    "espaces": b" \n \n",
    "zeros": bytes(4096),
    "texte": "J’ai perdu mon carnet, désolé !".encode(),
    "image_renommee": PNG,
    "page_html": b"<!DOCTYPE html><title>404</title>",
    "zip_renomme": b"PK\x03\x04" + bytes(60),
    "conflit_git": b"<<<<<<< HEAD\n" + written(solved()) + b"\n=======\n>>>>>>> autre\n",
    "liste": b"[]",
    "nul": b"null",
    "nombre": b"42",
    "chaine": b'"carnet"',
    "objet_vide": b"{}",
    "sans_case": written({**solved(), "cells": []}),
    "cases_nulles": written({**solved(), "cells": None}),
    "cases_en_texte": written({**solved(), "cells": "entourer"}),
    "aucune_vraie_case": written({**solved(), "cells": [None, 1, "x", []]}),
    "feuilles_en_nombre": b'{"worksheets": 3, "nbformat": 3}',
    "crochets_sans_fin": b"[" * 100_000,
    "cases_sans_fin": b'{"cells":' * 50_000,
    "bombe_de_crochets": TWO_MILLION_BRACKETS,
    "deux_carnets_colles": written(solved()) * 2,
    "virgule_en_trop": written(solved())[:-1] + b",}",
}


def half_emoji() -> bytes:
    """A lone surrogate, which is no character: JSON may hold one, UTF-8 may not."""
    notebook = solved()
    for cell in answers_of(notebook):
        cell["source"] = "# \ud83d\n" + "".join(cell["source"])
    return json.dumps(notebook).encode()


DAMAGED: dict[str, bytes] = {name: edited(change) for name, change in ACCIDENTS.items()} | {
    "bom": written(solved(), "utf-8-sig"),
    "utf_16": written(solved(), "utf-16"),
    "windows_1252": written(solved(), "cp1252"),
    "demi_emoji": half_emoji(),
    "sur_une_ligne": json.dumps(solved()).encode(),
    "espaces_autour": b"\n\n  " + written(solved()) + b"\n\n  ",
}
