"""`recommence`: a blank cell as it was given, or the lesson's first notebook. Nothing is thrown away."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tuto import classe, fiche
from tuto.affichage import carte, jupyter, lesson_page
from tuto.cahier import notebook_cells
from tuto.seance import SESSION
from tuto.verification import asked, last_version

COPIES = Path("sauvegardes")
STAYS = "Ce qui était juste reste juste."
RELOAD = "Recharge la page (touche F5) sans l'enregistrer. Si Jupyter parle d'un fichier modifié, choisis Rétablir."
NOWHERE = "Demande le cahier du départ à la personne qui te l'a donné."


def recommence(exercice: Callable | str | None = "") -> None:
    """`recommence("paires")`, in the exercise's cell: its blanks are back. `recommence()`: the whole lesson is."""
    if lesson_page():
        carte("info", "Ici, il y a un bouton pour cela.", "Dans la case : `Remettre les trous`.")
        return
    try:
        if exercice == "":
            begin_lesson()
        else:
            begin_exercise(asked(exercice))
    except classe.NoJudge:
        carte("info", "Ici, je n'ai pas la version du départ.", NOWHERE)


def begin_exercise(name: str) -> None:
    if fiche.item(SESSION.sheet, name) is None:
        known = ", ".join(f'`"{other}"`' for other in names_of_lesson())
        carte("pense", "Quel exercice veux-tu recommencer ?", *([f"Dans cette leçon : {known}."] if known else ()))
    elif in_another_cell(name):
        carte(
            "info", "Pas dans cette case.", f'Écris `recommence("{name}")` dans la case de `{name}`, puis exécute-la.'
        )
    elif not (blank := classe.blank(name)):
        carte("info", "Ici, je n'ai pas la version du départ.", NOWHERE)
    else:
        give_back(name, blank)


def give_back(name: str, blank: str) -> None:
    """The blank in place of the running cell, once what it replaces is kept."""
    kept = keep(name, dict.fromkeys((*saved_version(name), last_version(name))), blank)
    SESSION.names[name] = None
    SESSION.tries.pop(name, None)
    shell = jupyter()
    if not shell:
        carte("info", "Voici la case du départ.", "Recopie-la à la place de ta réponse.", ("", blank), kept, STAYS)
        return
    shell.set_next_input(blank, replace=True)
    carte("info", "Revoilà la case du départ.", kept, STAYS)


def keep(name: str, versions: dict[str, None], blank: str) -> str:
    """What was written goes to a file; the sentence says which."""
    written = [code for code in versions if code.strip() and code.strip() != blank.strip()]
    if not written:
        return "Elle n'avait pas changé."
    copy = COPIES / f"{name}_{time.strftime('%Y-%m-%d_%Hh%Mm%S')}.py"
    try:
        COPIES.mkdir(exist_ok=True)
        copy.write_text("\n\n\n".join(written) + "\n", encoding="utf-8")
    except OSError:
        return "Ta réponse d'avant reste dans cette session : touches Ctrl + Z, dans la case."
    return f"Ta réponse d'avant est gardée : `{copy.as_posix()}`."


def saved_version(name: str) -> Iterator[str]:
    """The cell as the notebook's file has it."""
    for cell in notebook_cells():
        metadata = cell.get("metadata", {}).get("nbgrader", {})
        if metadata.get("grade_id") == name:
            source = cell.get("source", "")
            yield "".join(source) if isinstance(source, list) else source


def in_another_cell(name: str) -> bool:
    """Whether the running cell is known not to be this exercise's: Jupyter sends its label, VS Code does not."""
    parent = getattr(jupyter(), "parent_header", None)
    sent = parent.get("metadata") if isinstance(parent, dict) else None
    if not isinstance(sent, dict) or ":" in str(sent.get("cellId", ":")):
        return False
    label = sent.get("nbgrader")
    return not isinstance(label, dict) or label.get("grade_id") != name


def begin_lesson() -> None:
    done = classe.lesson_again()
    if problem := done.get("souci"):
        carte("info", "Le cahier n'a pas changé.", problem)
        return
    for name in names_of_lesson():
        SESSION.names[name] = None
    SESSION.tries.clear()
    old = f"Ton cahier d'avant est gardé : `{done['copie']}`." if done["copie"] else ""
    carte("info", "Un cahier tout neuf t'attend.", RELOAD, old, STAYS)


def names_of_lesson() -> list[str]:
    return [item["nom"] for item in (*SESSION.sheet.get("exercices", ()), *SESSION.sheet.get("questions", ()))]
