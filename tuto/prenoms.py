"""The first names that the lessons read."""

from tuto.affichage import carte
from tuto.typographie import virgule

SPARE = """emma leo jade louis lea manon ines camille lola ambre zoe juliette mia jeanne gabriel raphael arthur jules
adam lucas hugo theo nolan yanis amine mohamed inaya fatou leila mariam veronique quentin enzo mateo linh akiko"""


def lis_prenoms(fichier: str) -> list[str]:
    """The first names of a file, in lower case without accents; a few spare ones when it did not follow."""
    try:
        with open(fichier, encoding="utf-8") as text:
            names = text.read().split()
    except (OSError, ValueError):
        names = SPARE.split()
    carte("info", f"{virgule(len(names))} prénoms à lire", ", ".join(names[:12]) + "…")
    return names
