"""Level 6: a story to read, the pairs it taught, and any sentence cut into pieces."""

import html
import re
from collections.abc import Callable, Sequence

from tuto.affichage import INK, affiche, cadre, carte
from tuto.barres_et_courbes import courbe
from tuto.essais import call
from tuto.typographie import french, virgule

__all__ = ["decoupe", "descente", "lis_histoire", "montre_fusions", "montre_numeros"]

SPACE = "_"  # where a word begins; GPT-2 has a sign of its own for it
SPARE = "le petit chat noir lit le petit livre et le grand dragon lit le grand livre dans la petite maison du chat"
LETTERS = SPACE + "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ"
ELIDED = "cdjlmnst"  # l'escalier, d'un: what stands before an apostrophe is no word yet
SHOWN = 16  # merges
GROUNDS = ("#e3ebff", "#fff1d4", "#dcf3e6", "#efe8fd", "#ffe3ea")

Pieces = list[str]
Pair = tuple[str, str]


def lis_histoire(fichier: str) -> list[Pieces]:
    """The words of a story, each cut into its letters after the sign `_`; a spare sentence when it did not follow."""
    try:
        with open(fichier, encoding="utf-8") as text:
            story = text.read()
    except OSError:
        story = SPARE
    words = cut_into_letters(story)
    carte(
        "info",
        f"{virgule(len(words))} mots à lire",
        f"En tout : {virgule(sum(map(len, words)))} signes, en comptant les `_`.",
    )
    return words


def cut_into_letters(text: str) -> list[Pieces]:
    """Small letters only: capitals, commas and the rest are left out.

    >>> cut_into_letters("Le chat.")
    [['_', 'l', 'e'], ['_', 'c', 'h', 'a', 't']]
    """
    return [[SPACE, *word] for word in re.findall(r"[^\W\d_]+", text.lower())]


def montre_fusions(fusions: list[Pair] | None, histoire: list[Pieces]) -> None:
    """The first pairs learned, and the pieces that have become whole words of the story."""
    if fusions is None:
        return
    if not usable(fusions):
        carte("pense", "Je ne peux pas lire ces fusions.", "Il me faut une liste de paires.")
        return
    known = {"".join(word) for word in histoire} - {SPACE + letter for letter in ELIDED}
    pieces = list(dict.fromkeys("".join(pair) for pair in fusions))
    first, whole = pieces[:SHOWN], [piece for piece in pieces if piece in known]
    titles = french("Les premières fusions :"), french(f"Déjà {len(whole)} mots entiers :")
    affiche(
        f"{titles[0]} {' '.join(first)}\n{titles[1]} {' '.join(whole)}",
        cadre(f"<div>{titles[0]}</div>{chips(first)}<div>{titles[1]}</div>{chips(whole)}"),
    )


def usable(merges: object) -> bool:
    """A list of pairs of texts."""
    return isinstance(merges, list) and all(
        isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(part, str) for part in pair) for pair in merges
    )


def decoupe(coller: Callable | None, phrase: str, fusions: list[Pair] | None, combien: int | None = None) -> None:
    """The sentence in pieces, with the pupil's own `fusionner`; `combien` uses only the first merges."""
    words = cut_into_letters(str(phrase))
    steps = glued_words(coller, words, fusions, combien)
    if steps is None:
        return
    pieces = [str(piece) for word in steps[-1] for piece in word]
    used, signs = len(steps) - 1, sum(map(len, words))
    count = french(f"{used} fusion{'s' if used > 1 else ''} : {len(pieces)} morceaux pour {signs} signes.")
    affiche(
        f"{' | '.join(pieces)}\n{count}", cadre(f"{chips(pieces)}<b style='display: block'>{html.escape(count)}</b>")
    )


def montre_numeros(coller: Callable | None, phrase: str, fusions: list[Pair] | None) -> None:
    """The sentence as a model receives it: one number per piece, letters first, then the merges in order."""
    steps = glued_words(coller, cut_into_letters(str(phrase)), fusions)
    if steps is None:
        return
    vocabulary = list(dict.fromkeys([*LETTERS, *("".join(pair) for pair in fusions)]))
    pieces = [piece for word in steps[-1] for piece in word]
    numbers = [str(vocabulary.index(piece)) if piece in vocabulary else "?" for piece in pieces]
    affiche(" ".join(numbers), cadre(chips(numbers)))


def descente(coller: Callable | None, mots: list[Pieces], fusions: list[Pair] | None) -> None:
    """How many pieces the whole story takes, after each merge."""
    steps = glued_words(coller, mots, fusions)
    if steps is not None:
        sizes = [sum(map(len, words)) for words in steps[1:]]
        courbe(sizes, titre="Combien de morceaux pour lire l'histoire", x="fusions", y="morceaux")


def glued_words(
    glue: Callable | None, words: list[Pieces], merges: list[Pair] | None, count: int | None = None
) -> list[list[Pieces]] | None:
    """The words before the first merge, then after each; None when something is missing, and Point has said what."""
    if merges is None or not usable(merges):
        carte("pense", "Il manque encore une pièce.", "Termine d'abord les cases À toi de jouer d'au-dessus.")
        return None
    missing = call(glue, (["a", "b"], ("a", "b")))[1]
    steps, missing = (None, missing) if missing else call(glue_all, (glue, words, merges[:count]))
    if missing:
        carte("pense", *missing)
    return steps


def glue_all(glue: Callable, words: list[Pieces], merges: Sequence[Pair]) -> list[list[Pieces]]:
    steps = [words]
    for pair in merges:
        steps.append([glue(list(word), pair) for word in steps[-1]])
    return steps


def chips(pieces: Sequence[str]) -> str:
    """One coloured label per piece, the colours in turn."""
    return "".join(
        f'<code style="display: inline-block; background: {GROUNDS[rank % len(GROUNDS)]}; border: 1px solid {INK};'
        f" color: {INK}; border-radius: 7px; padding: 1px 7px; margin: 3px 4px 3px 0; font-size: 16px"
        f'">{html.escape(piece)}</code>'
        for rank, piece in enumerate(pieces)
    )
