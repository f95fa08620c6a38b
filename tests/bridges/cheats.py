"""Every cheat we know, for whatever grades: our own pipeline, nbgrader with our preprocessor, otter with our plugin.

for cheat in CHEATS:
    hand_in(cheat, folder)      writes <folder>/<name>/<lesson>/: the notebook and what lies beside it
...                             grade the folder
assert points are those of cheat.deserved, and not marked()
"""

from tests.bridges.cheat import HONEST, MARKER, Cheat, hand_in, marked, notebook_of
from tests.bridges.cheats_beside import CHEATS_BESIDE
from tests.bridges.cheats_in_answers import CHEATS_IN_ANSWERS
from tests.bridges.cheats_in_file import CHEATS_IN_FILE, XSS
from tests.bridges.cheats_on_tests import CHEATS_ON_TESTS

CHEATS: tuple[Cheat, ...] = (
    *CHEATS_ON_TESTS,
    *CHEATS_IN_ANSWERS,
    *CHEATS_IN_FILE,
    *CHEATS_BESIDE,
)

__all__ = ["CHEATS", "HONEST", "MARKER", "XSS", "Cheat", "hand_in", "marked", "notebook_of"]
