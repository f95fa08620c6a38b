"""Every sentence of the feedback pages. Pupils are told « tu », teachers « vous ».

Sentences are typed with plain spaces: autograder.typography.french() puts the no-break ones. `like_this` becomes code.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.exercise import Outcome
from autograder.typography import number


@dataclass(frozen=True)
class State:
    """How an outcome is shown: a sign, a word, and only then a colour (`tone`)."""

    sign: str  # id of the icon
    word: str
    short: str  # in a narrow cell of the class table
    tone: str  # class of app.css: done, retry or nothing
    heading: str  # above the message, "" when the message says it all
    otherwise: str  # said when the verdict brings no message


STATES = {
    Outcome.PASSED: State("i-check", "réussi", "réussi", "done", "", "C’est juste !"),
    Outcome.WRONG: State(
        "i-reset", "presque", "presque", "retry", "Presque !", "Ton code marche. Une réponse n’est pas celle attendue."
    ),
    Outcome.RAISED: State(
        "i-stop",
        "Python s’est arrêté",
        "arrêt",
        "retry",
        "",
        "Python n’a pas pu aller au bout. Relis la ligne en couleur.",
    ),
    Outcome.TIMED_OUT: State(
        "i-clock", "temps dépassé", "temps", "retry", "", "Ton code tourne encore… une boucle sans fin ?"
    ),
    Outcome.NOT_ATTEMPTED: State(
        "i-pencil", "à compléter", "", "", "", "À toi de jouer : remplace les `____` quand tu veux."
    ),
    Outcome.GRADER_ERROR: State(
        "i-tool",
        "souci du correcteur",
        "souci",
        "",
        "",
        "Le correcteur a eu un souci. Montre cette page à ton professeur : il peut relancer la correction.",
    ),
}
NO_VERDICT = State("i-none", "sans résultat", "", "", "", "")
NOT_YOUR_FAULT = "Ce n’est pas ta faute."
GRADE_AGAIN = "Le correcteur a eu un souci : ton professeur peut relancer la correction."

HINTS_TITLE = "Un indice ?"
HINT_NAMES = ("L’idée", "Un exemple fait à la main", "La ligne à regarder")
EXAMPLE_COLUMNS = ("Pour", "tu donnes", "on attend")
BONUS = "bonus"
YOUR_CODE = "Ton code"
YOUR_ANSWER = "Ta réponse"
CODE_IS_LONG = "… la suite de ton code n’est pas montrée ici."
FREE_TEXT_TITLE = "Avec tes mots"
FREE_TEXT_READ = "Ton professeur la lira."
FREE_TEXT_EMPTY = "Tu n’as pas encore écrit ta réponse."
NOTES_TITLE = "À propos de ton carnet"
CONTENTS = "Les exercices de cette leçon"
NOTHING_GRADED = "Je n’ai trouvé aucun exercice à corriger dans ce carnet."
PASSED_LABEL, QUIZ_LABEL, BADGES_LABEL = "exercices réussis", "questions réussies", "badges gagnés"

BADGES_TITLE = "Tes badges"
BADGES_LATER = "Les badges des prochaines leçons"
BADGES_INTRO = "Chaque badge dit une chose que tu sais faire. Prends ton temps."
BADGE_EARNED = "gagné"


def count(value: float, noun: str) -> str:
    """« 1,5 point », « 2 points »: in French the plural begins at 2."""
    return f"{number(value)} {noun if value < 2 else f'{noun}s'}"


def both(parts: Sequence[str]) -> str:
    """« a », « a et b », « a, b et c »."""
    return " et ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def hint_name(rung: int) -> str:
    return HINT_NAMES[rung - 1] if rung <= len(HINT_NAMES) else f"Indice {rung}"


def greeting(pupil: str, joyful: bool) -> str:
    return f"{'Bravo' if joyful else 'Bonjour'} {pupil}".strip() + " !"


def lesson_name(lesson_number: int | None, article: bool = False) -> str:
    """« Leçon 2 », or « la leçon 2 » inside a sentence."""
    if lesson_number is None:
        return "la leçon suivante" if article else "Leçon"
    return f"la leçon {lesson_number}" if article else f"Leçon {lesson_number}"


def lesson_heading(lesson_number: int | None, title: str) -> str:
    return title if lesson_number is None else f"Leçon {lesson_number} : {title}"


def points_of(points: float, max_points: float) -> str:
    return f"{number(points)} sur {count(max_points, 'point')}"


def points_needed(needed: int, lesson: str | None) -> str:
    return f"{count(needed, 'point')} : {lesson} s’ouvre" if lesson else f"{count(needed, 'point')} : but atteint"


def points_bonus(points: float) -> str:
    return f"et {count(points, 'point')} bonus ★ en plus"


def badge_won(title: str) -> str:
    return f"Badge gagné : « {title} »"


def look_at(line: int) -> str:
    return f"regarde la ligne {line}"


def opened(lesson: str, title: str, ready: bool) -> str:
    if not ready:
        return f"Tu as débloqué {lesson} : « {title} ». Elle arrive bientôt."
    return f"{lesson[:1].upper()}{lesson[1:]} est ouverte : « {title} »."


def reached_but_closed(lesson: str) -> str:
    return f"Tu as assez de points. Demande à ton professeur d’ouvrir {lesson}."


def reached_the_end() -> str:
    return "Tu as tous les points qu’il faut : le cours est terminé !"


def missing(points: int, lesson: str | None, example: str | None) -> str:
    goal = f"pour ouvrir {lesson}" if lesson else "pour terminer le cours"
    sentence = f"Il te manque {count(points, 'point')} {goal}"
    return f"{sentence} : {example}." if example else f"{sentence}. {GRADE_AGAIN}"


def manage(exercises: Sequence[str], questions: Sequence[str]) -> str:
    return f"réussis par exemple {_names(exercises, questions)}"


def begin_with(exercises: Sequence[str], questions: Sequence[str]) -> str:
    return f"commence par {_names(exercises, questions)}"


def _names(exercises: Sequence[str], questions: Sequence[str]) -> str:
    """« les exercices 1.2 et 1.4 et la question 2 du quiz »."""
    parts = []
    if exercises:
        parts.append(f"{'l’exercice' if len(exercises) == 1 else 'les exercices'} {both(exercises)}")
    if questions:
        parts.append(f"{'la question' if len(questions) == 1 else 'les questions'} {both(questions)} du quiz")
    return both(parts)


# ---------- to the teacher ----------
CLASS_TITLE = "Résultats de la classe"
PUPIL, POINTS, BADGES = "Élève", "Points", "Badges"
NEXT_OPEN, NEXT_CLOSED = "ouverte", "pas encore"
GOAL, GOAL_REACHED = "But", "atteint"
MISTAKES_TITLE = "Erreurs fréquentes"
NO_MISTAKE = "Aucune erreur connue dans ces carnets."
SAY_ALOUD = "À dire à voix haute"
FAILURES_TITLE = "Carnets non lus"
FAILURES_ADVICE = "Ces carnets n’ont pas de note. Les autres sont corrigés."
NOBODY = "Aucun carnet corrigé."
NAMELESS = "(sans nom)"
YES, NO = "oui", "non"
CSV_COLUMNS = ("eleve", "lecon", "points", "points_max", "seuil_atteint", "lecon_ouverte", "badges")
CSV_REMARK = "remarque"


def cell_title(pupil: str, exercise: str, word: str, points: str | None) -> str:
    return f"{pupil}, {exercise} : {word}" + (f", {points}" if points else "")


def share_title(passed: int, pupils: int) -> str:
    return f"{passed} sur {pupils} ont réussi"


def still(points: int) -> str:
    return f"encore {number(points)}"


def graded(notebooks: int) -> str:
    return "1 carnet corrigé" if notebooks == 1 else f"{notebooks} carnets corrigés"


def unread(notebooks: int) -> str:
    return "1 carnet non lu" if notebooks == 1 else f"{notebooks} carnets non lus"


def not_read(notebook: str, message: str) -> str:
    return f"{notebook} : {message}"


def to_read(answers: int) -> str:
    return "1 réponse libre à lire" if answers == 1 else f"{answers} réponses libres à lire"


def open_count(pupils: int, lesson: str) -> str:
    return f"{pupils} {'ouvre' if pupils < 2 else 'ouvrent'} {lesson}"


def goal_count(pupils: int) -> str:
    return f"{pupils} {'atteint' if pupils < 2 else 'atteignent'} le but"


def mistake(pupils: int, group: str) -> str:
    """After the number itself; `group` is a verb in the plural: « divisent par le plus grand »."""
    return f"élèves {group}" if pupils > 1 else f"élève parmi ceux qui {group}"


def quoted(sentence: str) -> str:
    return f"« {sentence.strip().removeprefix('«').removesuffix('»').strip()} »"
