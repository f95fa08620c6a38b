"""The files of a new exercise and of a new lesson, before their author writes them.

Each is whole: it can be imported, run and graded. Every line to write says so with « À ÉCRIRE », and `tuto build`
refuses while one is left.
"""

from string import Template

MODULE = Template('''\
"""$number$title."""

from random import Random

from autograder.exercise import Exercise, Misconception


def reference(x):
    return x + 1  # À ÉCRIRE : la bonne réponse (ou importez une fonction de engine/)


def forgets_to_add(x):
    return x  # À ÉCRIRE : ce que fait un élève qui se trompe


def takes_away(x):
    return x - 1  # À ÉCRIRE : une autre erreur d'élève


def draw_input(rng: Random):
    return (rng.randint(-99, 99),)  # À ÉCRIRE : une entrée au hasard, toujours un tuple


$name = Exercise(
    name="$name",
    title="$title",
    reference=reference,
    draw=draw_input,
    edges=((1,), (0,), (-5,)),  # À ÉCRIRE : des entrées courtes qui départagent les erreurs
    points=$points,
$bonus    built="À ÉCRIRE : ce que l'élève vient de construire (« Ta machine sait maintenant… »).",
    hints=(
        "À ÉCRIRE : l'idée, sans code.",
        "À ÉCRIRE : un exemple fait à la main.",
        "À ÉCRIRE : la ligne à regarder, sans donner la réponse.",
    ),
    misconceptions=(
        Misconception(
            "oublie_d_ajouter",
            forgets_to_add,
            "À ÉCRIRE : l'indice pour l'élève qui fait cette erreur.",
            "À ÉCRIRE : pour le professeur, après un nombre d'élèves (« oublient d'ajouter »).",
            "À ÉCRIRE : la phrase à dire à toute la classe.",
        ),
        Misconception(
            "enleve",
            takes_away,
            "À ÉCRIRE : l'indice pour l'élève qui fait cette autre erreur.",
            "À ÉCRIRE : pour le professeur, après un nombre d'élèves (« enlèvent au lieu d'ajouter »).",
            "À ÉCRIRE : la phrase à dire à toute la classe.",
        ),
    ),
)
''')

SUBMISSIONS = {
    "passed_another_way.py": Template(
        "# À ÉCRIRE : une bonne réponse, écrite autrement que le corrigé\ndef $name(x):\n    return 1 + x\n"
    ),
    "passed_step_by_step.py": Template(
        "# À ÉCRIRE : une autre bonne réponse d'élève\ndef $name(x):\n    y = x\n    y = y + 1\n    return y\n"
    ),
    "wrong_forgets_to_add.py": Template(
        "# À ÉCRIRE : une réponse d'élève qui fait la première erreur\n"
        "# misconception: oublie_d_ajouter\ndef $name(x):\n    return x\n"
    ),
    "wrong_takes_away.py": Template(
        "# À ÉCRIRE : une réponse d'élève qui fait la deuxième erreur\n"
        "# misconception: enleve\ndef $name(x):\n    return x - 1\n"
    ),
}

IDEA = Template("## $number$title\n\nÀ ÉCRIRE : l'idée, avec une image de tous les jours (quelques phrases courtes).")
TASK = Template("**À toi de jouer.** À ÉCRIRE : la consigne, avec un exemple.")
ANSWER = Template(
    "# À toi de jouer\n"
    "def $name(x):\n"
    "    return x + 1  ### TROU: return ____  # À ÉCRIRE : devant, le corrigé ; derrière, ce que voit l'élève"
)
TEST = Template(
    "# Vérifier\n"
    "verifie($argument)\n"
    "### BEGIN HIDDEN TESTS\n"
    "from exercises.in_kernel import verify\n"
    "\n"
    'verify("$lesson", "$name", $name)\n'
    "### END HIDDEN TESTS"
)
BUILT = Template("**Tu viens de construire** À ÉCRIRE : ce que l'élève vient d'ajouter à sa machine.")

LESSON = Template('''\
"""$kind $number, « $title »: À ÉCRIRE : what its exercises are about, in English."""

from autograder.exercise import Badge, Lesson
from exercises.$package.quiz import FREE_TEXTS, QUESTIONS

LESSON = Lesson(
    name="$lesson",
    title="$title",
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "$slug",
        "À ÉCRIRE : le nom du badge de la leçon",
        "Je sais À ÉCRIRE : ce que l'élève sait faire à la fin de la leçon.",
        "Termine $article $number, avec assez de points pour ouvrir la suite.",
    ),
)
''')
QUIZ = Template('''\
"""The quiz and the free text of lesson $number. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_${number}_1",
        prompt="À ÉCRIRE : la question",
        choices=(
            Choice("a", "À ÉCRIRE : un choix", "À ÉCRIRE : pourquoi cette idée ne va pas, et où regarder."),
            Choice("b", "À ÉCRIRE : le bon choix", "À ÉCRIRE : pourquoi c'est juste."),
        ),
        right="b",
    ),
)

FREE_TEXTS = (FreeText(name="explique_$number", prompt="À ÉCRIRE : la question", points=3),)
''')
DRAWING = Template("""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img" aria-label="$title">
  <!-- À ÉCRIRE : le dessin du badge ; les autres, à côté, donnent le style -->
  <circle cx="60" cy="60" r="52" fill="#2253d1" stroke="#fff" stroke-width="6"/>
</svg>
""")
OPENING = Template(
    "# $kind $number · $title\n\nÀ ÉCRIRE : de quoi parle la leçon, et ce que l'élève aura construit à la fin.\n\n"
    "À ÉCRIRE : un dessin, avec le texte qui le décrit."
)
RUN_BELOW = Template(
    "Exécute la case ci-dessous (**Maj + Entrée**). Tu reviens après une pause ? Recommence par elle, et descends."
)
TOOLS = Template('from tuto import *\n\ncommence("$lesson")')
QUIZ_OPENING = Template(
    "## Le petit quiz\n\nRemplace chaque trou par la lettre de ta réponse, entre guillemets : "
    '`"a"` ou `"b"`. Exécute d’abord la case ci-dessous.'
)
QUIZ_DATA = Template(
    '# Pour le quiz : les guillemets oubliés et les trous vides ne gênent pas.\na, b = "a", "b"\n____ = None'
)
QUIZ_QUESTION = Template(
    "### Question 1\n\nÀ ÉCRIRE : la question\n\n- **a.** À ÉCRIRE : un choix\n- **b.** À ÉCRIRE : le bon choix"
)
QUIZ_ANSWER = Template('# À toi de jouer\n$name = "b"  ### TROU: $name = ____')
EXPLAIN = Template(
    "## Explique avec tes mots\n\nÀ ÉCRIRE : la question. Écris deux ou trois phrases, comme pour un ami.\n\n"
    "Double-clique sur la case juste en dessous pour écrire."
)
FREE_ANSWER = Template("Écris ta réponse ici.")
CLOSING = Template("## Et la suite ?\n\nÀ ÉCRIRE : ce que l'élève sait faire maintenant, et ce qui vient ensuite.")
