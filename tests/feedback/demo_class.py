"""An invented class, to test and to look at: `python -m tests.feedback.demo_class FOLDER BADGES`."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.exercise import Badge, Choice, Course, Exercise, FreeText, Lesson, Misconception, Outcome, Question
from autograder.feedback import write_class_summary, write_pupil_page
from autograder.report import Counterexample, Failure, Report, Verdict

T9 = Badge(
    "inventeur-t9", "Inventeur du T9", "Je sais proposer les lettres les plus probables.", "Propose des lettres."
)
COUNTER = Badge(
    "compteur-de-bigrammes", "Compteur de bigrammes", "Je sais compter quelle lettre suit quelle lettre.", "Compte."
)
CAKE = Badge(
    "partageur-de-gateau",
    "Partageur de gâteau",
    "Je sais changer des comptages en probabilités.",
    "Change des comptages en probabilités.",
)
HUNTER = Badge("chasseur-d-erreurs", "Chasseur d’erreurs", "Je sais mesurer une erreur.", "Mesure une erreur.")
FIRST = Badge("boule-de-cristal", "Boule de cristal", "Je sais construire un modèle.", "Termine la leçon 1.")
SECOND = Badge("as-de-la-descente", "As de la descente", "Je sais faire descendre la perte.", "Termine la leçon 2.")
SPEED = Badge("bonne-vitesse", "Bonne vitesse", "Je sais régler la vitesse.", "Corrige un modèle, ni trop ni trop peu.")

BY_MAX = Misconception(
    "par_max",
    max,
    "Tu divises par le plus grand. Pour partager tout le gâteau, divise par la somme.",
    "divisent par le plus grand",
    "Combien de parts en tout ? Comptez-les toutes. C’est ce nombre-là qui partage le gâteau.",
)
ALWAYS_ONE = Misconception(
    "toujours_1",
    min,
    "Chaque fois que tu revois une paire, il faut ajouter 1.",
    "remettent le compteur à 1",
    "« Quand vous revoyez une paire, vous ajoutez un trait. Vous n’effacez pas les autres. »",
)
HINTS = (
    "Deux amis ont droit à la même part. Chacun reçoit une moitié, pas un gâteau entier.",
    "Avec 6, 3 et 1 : la somme est 10, donc `n` reçoit `6 / 10`.",
    "C’est la ligne qui commence par `total =`. Que veux-tu partager ?",
)
CODE = """def probabilites(compte):
    total = max(compte.values())  # le gâteau entier
    parts = {}
    for lettre in compte:
        parts[lettre] = compte[lettre] / total
    return parts
"""


def exercise(name: str, title: str, points: int, **rest) -> Exercise:
    return Exercise(
        name=name,
        title=title,
        reference=max,
        draw=lambda rng: (),
        edges=(),
        points=points,
        hints=HINTS,
        built="Ton modèle grandit.",
        **rest,
    )


LESSON_1 = Lesson(
    name="01_deviner_la_suite",
    title="Deviner la suite",
    exercises=(
        exercise("entourer", "Le point du début et de la fin", 1),
        exercise("paires", "Les lettres voisines", 2),
        exercise("compter_paires", "Le carnet du modèle", 4, badge=COUNTER, misconceptions=(ALWAYS_ONE,)),
        exercise("probabilites", "Partager le gâteau", 3, badge=CAKE, misconceptions=(BY_MAX,)),
        exercise("suggestions", "Les suggestions du clavier", 3, badge=T9, bonus=True),
        exercise("choisir", "La fléchette", 3, bonus=True),
        exercise("generer", "Inventer un prénom", 3),
    ),
    questions=(
        Question(
            name="quiz_1",
            prompt="À quoi sert le point avant et après un prénom ?",
            choices=(
                Choice("a", "À faire joli.", "Il a un vrai rôle."),
                Choice("b", "À dire où le prénom commence et finit.", "SECRET-RAISON : oui, début et fin."),
                Choice("c", "À séparer les lettres.", "Elles sont déjà séparées."),
            ),
            right="b",
        ),
        Question(
            name="quiz_2",
            prompt="Combien font toutes les parts ensemble ?",
            choices=(Choice("a", "1", "Oui."), Choice("b", "100", "Ce sont des pourcents.")),
            right="a",
        ),
    ),
    free_texts=(FreeText(name="explique", prompt="Explique avec tes mots : c’est quoi, une probabilité ?", points=3),),
    badge=FIRST,
)
LESSON_2 = Lesson(
    name="02_apprendre_de_ses_erreurs",
    title="Apprendre de ses erreurs",
    exercises=(exercise("perte", "La pénalité", 2, badge=HUNTER), exercise("pas", "Un petit pas", 2, badge=SPEED)),
    badge=SECOND,
)
LESSON_3 = Lesson(name="03_la_memoire_du_modele", title="La mémoire du modèle")

MESSAGES = {
    Outcome.PASSED: "Ta fonction donne la bonne réponse partout.",
    Outcome.WRONG: "Tu as les bonnes lettres. Regarde combien de fois tu les comptes !",
    Outcome.RAISED: "Python ne connaît pas le mot `totale`. Vérifie l’orthographe (majuscules comprises).",
    Outcome.TIMED_OUT: "Ta boucle `while` ne s’arrête jamais : quelque chose doit changer à chaque tour.",
    Outcome.NOT_ATTEMPTED: "Il reste un trou à remplir : cherche les `____`.",
    Outcome.GRADER_ERROR: "",
}
SIGNS = {
    "p": Outcome.PASSED,
    "w": Outcome.WRONG,
    "r": Outcome.RAISED,
    "t": Outcome.TIMED_OUT,
    "-": Outcome.NOT_ATTEMPTED,
    "g": Outcome.GRADER_ERROR,
}


def course(badges: Path) -> Course:
    return Course(
        title="Tuto LLM", lessons=(LESSON_1, LESSON_2, LESSON_3), threshold=0.7, root=badges.parent, badges=badges
    )


def verdict(item: Exercise | Question, outcome: Outcome, **changes) -> Verdict:
    passed = outcome is Outcome.PASSED
    made = Verdict(
        name=item.name,
        outcome=outcome,
        points=item.points if passed else 0,
        max_points=item.points,
        bonus=item.bonus,
        message=MESSAGES[outcome],
        badge=item.badge if passed else None,
        code=f'{item.name} = "c"' if isinstance(item, Question) else CODE.replace("probabilites", item.name),
        line=0 if passed else 2,
    )
    return replace(made, **changes)


def report(pupil: str, signs: str, lesson: Lesson = LESSON_1, **changes) -> Report:
    """One sign per exercise, then per question: « ppw-p-pww »; see SIGNS."""
    verdicts = tuple(verdict(item, SIGNS[sign]) for item, sign in zip(lesson.items, signs, strict=True))
    made = Report(
        notebook=f"{pupil}.ipynb", pupil=pupil, lesson=lesson, verdicts=verdicts, unlocked=None, threshold=0.7
    )
    return replace(unlocking(made), **changes)


def unlocking(made: Report) -> Report:
    """As the grader does: enough required points open the lesson that follows."""
    following = {LESSON_1.name: LESSON_2, LESSON_2.name: LESSON_3}.get(made.lesson.name)
    return replace(made, unlocked=following if made.reached else None)


def with_verdict(made: Report, name: str, **changes) -> Report:
    """The same report, one verdict changed."""
    verdicts = tuple(replace(one, **changes) if one.name == name else one for one in made.verdicts)
    return unlocking(replace(made, verdicts=verdicts))


def cake_by_max(made: Report) -> Report:
    """The pupil divided by the greatest count."""
    return with_verdict(
        made,
        "probabilites",
        outcome=Outcome.WRONG,
        points=0,
        badge=None,
        message=BY_MAX.hint,
        misconception="par_max",
        counterexample=Counterexample('probabilites({"a": 1, "b": 1})', '{"a": 1.0, "b": 1.0}', '{"a": 0.5, "b": 0.5}'),
        line=2,
    )


def pupil_of_everything() -> Report:
    """Every outcome on one page, on the way to the next lesson."""
    made = cake_by_max(report("Léa", "prpw-tgwp"))
    words = "C’est un gâteau, et chaque lettre a un bout.\nPlus la lettre vient souvent, plus son bout est gros."
    return replace(
        made,
        free_texts=((LESSON_1.free_texts[0], words),),
        notes=("Ta case de l’exercice 1.2 est là deux fois : j’ai pris la dernière.",),
    )


PUPILS = [
    "Adèle",
    "Bilal",
    "Capucine",
    "Diego",
    "Elif",
    "Félix",
    "Gaspard",
    "Hana",
    "Inès",
    "Jules",
    "Kenza",
    "Léa",
    "Malo",
    "Noé",
    "Oriane",
    "Paul",
    "Qassim",
    "Rose",
    "Sacha",
    "Tom",
    "Ulysse",
    "Violette",
    "Wassim",
    "Xavier",
    "Yanis",
    "Zoé",
    "Élise",
    "Maëlle",
    "Léo",
    "Jeanne",
]
PATTERNS = ("ppppppppp", "ppppp-ppp", "pppw--pwp", "ppr---tpw", "pwww-----", "ppppwrwpp", "pppg--ppp")


def reports() -> list[Report]:
    """Thirty pupils, some with shared mistakes, three of them with lesson 2 as well."""
    made = [report(pupil, PATTERNS[rank % len(PATTERNS)]) for rank, pupil in enumerate(PUPILS)]
    made = [cake_by_max(one) if rank % 4 == 2 else one for rank, one in enumerate(made)]
    for rank in (4, 11, 18):
        made[rank] = with_verdict(
            made[rank],
            "compter_paires",
            outcome=Outcome.WRONG,
            points=0,
            badge=None,
            message=ALWAYS_ONE.hint,
            misconception="toujours_1",
        )
    made[11] = pupil_of_everything()
    return made + [report(pupil, "pw", LESSON_2) for pupil in PUPILS[:3]]


FAILURES = (
    Failure(
        "submitted/nina/01_deviner_la_suite/carnet.ipynb", "Nina", "Ce fichier est coupé : demandez un nouvel envoi."
    ),
    Failure("devoir.docx", "", "Ce n’est pas un carnet Jupyter (.ipynb)."),
)


def main(arguments: Sequence[str]) -> None:
    folder, badges = map(Path, arguments)
    for one in reports():
        write_pupil_page(one, course(badges), folder)
    for path in write_class_summary(reports(), FAILURES, course(badges), folder):
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
