"""What a page given back to a pupil may not hold: our answers, our tests, our paths, markup written by the pupil."""

import re

from autograder.holes import solve
from course_config import ROOT
from engine import bigrams
from tests.feedback.reading import Page
from tests.sample_class import Notebook, everything, label, read

HIDDEN_TEST = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.DOTALL)
OF_OURS = ("HIDDEN TESTS", "in_kernel", "verify(", "TROU", "autograder.", "Traceback", str(ROOT))
LIVE = {"script", "iframe", "object", "embed", "base", "form", "link", "frame", "applet", "portal"}
DANGEROUS_VALUE = re.compile(r"\s*(javascript|vbscript|data:text/html)", re.IGNORECASE)


def secret_lines() -> frozenset[str]:
    """Lines of the hidden tests, of the reference, and the solutions' lines that the release does not show."""
    master = [("".join(cell["source"]), label(cell)) for cell in read("source")["cells"]]
    shown = {line.strip() for cell in read("release")["cells"] for line in "".join(cell["source"]).splitlines()}
    tests = [line for code, _ in master for block in HIDDEN_TEST.findall(code) for line in block.splitlines()]
    solved = [line for code, name in master if name in everything() for line in solve(code).splitlines()]
    with open(bigrams.__file__, encoding="utf-8") as file:
        reference = file.read().splitlines()
    return frozenset(line.strip() for line in (*tests, *solved, *reference) if len(line.strip()) > 14) - shown


SECRET = secret_lines()


def leaks_in(text: str, handed_in: Notebook) -> set[str]:
    """What `text` tells of our side that was not already in the notebook handed in."""
    own = "\n".join("".join(cell["source"]) for cell in handed_in["cells"])
    return {secret for secret in (*SECRET, *OF_OURS) if secret in text and secret not in own}


def dangers_in(page: Page) -> set[str]:
    """Live tags, event handlers and addresses that run."""
    handlers = {f"{tag} {name}" for tag, name, _ in page.attributes if name.startswith("on") or name == "srcdoc"}
    addresses = {value for name in ("href", "src", "action", "data") for value in page.values(name)}
    return (LIVE & set(page.tags)) | handlers | {value for value in addresses if DANGEROUS_VALUE.match(value)}
