"""verifie without Jupyter: the public examples. What a pupil reads, in order."""

import re

import pytest

RIGHT = {
    "entourer": "def entourer(prenom):\n    return '.' + prenom + '.'",
    "paires": "def paires(mot):\n    return [(mot[i], mot[i + 1]) for i in range(len(mot) - 1)]",
    "compter_paires": (
        "def compter_paires(prenoms):\n    compte = {}\n    for prenom in prenoms:\n"
        "        for a, b in paires(entourer(prenom)):\n            page = compte.setdefault(a, {})\n"
        "            page[b] = page.get(b, 0) + 1\n    return compte"
    ),
    "probabilites": "def probabilites(c):\n    return {k: c[k] / sum(c.values()) for k in c}",
}
QUIZ = {"quiz_1": "b", "quiz_2": "c", "quiz_3": "a"}


def check(cahier, name, code=""):
    return cahier.run(f"{code}\nverifie({name})")


def test_a_right_answer_says_what_was_built_and_how_far_the_next_lesson_is(cahier):
    said = check(cahier, "entourer", RIGHT["entourer"])
    assert said.startswith("C'est juste !\n  Ton modèle sait maintenant")
    assert "Tu as 1 point sur 16. Encore 11 points pour ouvrir la leçon « Apprendre de ses erreurs »." in said
    assert "Essayé sur les exemples publics seulement." in said


def test_a_badge_is_won(cahier):
    said = [check(cahier, name, RIGHT[name]) for name in RIGHT]
    assert "Badge gagné : Partageur de gâteau. Je sais changer des comptages en probabilités." in said[-1]


def test_the_lesson_s_badge_is_won_once_with_the_points_that_open_the_next_lesson(cahier, new_session):
    won = "Badge gagné : Boule de cristal. Je sais deviner."
    said = [check(cahier, name, RIGHT[name]) for name in RIGHT]  # 10 points of the 12
    new_session.sheet["badge"] = {"titre": "Boule de cristal", "prouve": "Je sais deviner.", "dessin": ""}
    said += [cahier.run(f'{quiz} = "{key}"\nverifie("{quiz}")') for quiz, key in QUIZ.items()]
    assert [won in words for words in said] == [False] * 5 + [True, False]
    assert won not in check(cahier, "entourer")


def test_a_wrong_idea_gets_its_hint_and_an_example(cahier):
    said = check(cahier, "entourer", "def entourer(prenom):\n    return prenom + '.'")
    assert said.startswith("Bravo pour le point de la fin !")
    assert 'Pour entourer("leo")\n  tu donnes "leo."\n  on attend ".leo."' in said


def test_the_ladder_of_hints_begins_at_the_second_try(cahier):
    wrong = "def entourer(prenom):\n    return prenom"
    rungs = [len(re.findall("Indice", check(cahier, "entourer", wrong))) for _ in range(5)]
    assert rungs == [0, 1, 2, 3, 3]


def test_a_blank_is_not_a_try(cahier):
    for _ in range(3):
        said = check(cahier, "entourer", "def entourer(prenom):\n    return ____")
        assert "Il reste un trou dans `entourer`" in said
    assert "Indice" not in check(cahier, "entourer", "def entourer(prenom):\n    return prenom")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "`entourer` n'est pas encore prêt."),
        ("entourer = 3", "`entourer` doit être une fonction"),
        ("def entourer(prenom):\n    '.' + prenom + '.'", "il manque sûrement `return`"),
        ("def entourer(prenom):\n    print('.' + prenom + '.')", "affiche la réponse avec print"),
        ("def entourer(prenom):\n    return ...", "les trois points"),
        (
            "def entourer(prenom):\n    return ['.', prenom, '.']",
            "On attend un texte, et ta fonction renvoie une liste",
        ),
        ("def entourer(prenom):\n    return print", "il manque des parenthèses"),
        ("def entourer(prenom):\n    return '.' + pernom", "ne connaît pas le mot `pernom`"),
        ("def entourer(prenom):\n    return '.' + 1", "deux textes ou deux nombres"),
        ("def entourer():\n    return '.'", "pas le bon nombre d'entrées"),
        ("def entourer(prenom):\n    raise KeyboardInterrupt", "Tu as arrêté la vérification."),
        ("def entourer(prenom):\n    return entourer(prenom)", "s'appelle elle-même sans fin"),
        ("def entourer(prenom):\n    exit()", "demande à Python de s'arrêter"),
    ],
)
def test_whatever_was_written_a_card_and_never_a_traceback(cahier, code, said):
    shown = check(cahier, "entourer", code)
    assert said in shown
    assert "Traceback" not in shown


def test_a_lent_list_that_was_damaged_is_said(cahier):
    cahier.run(RIGHT["entourer"] + "\n" + RIGHT["paires"])
    code = RIGHT["compter_paires"].replace("    return compte", "    prenoms.clear()\n    return compte")
    assert "abîme ce qu'on lui a prêté" in check(cahier, "compter_paires", code)


def test_a_function_that_leans_on_one_that_is_not_right_says_which(cahier):
    cahier.run("def entourer(prenom):\n    return prenom\n" + RIGHT["paires"])
    assert "Reprends d'abord `entourer`." in check(cahier, "compter_paires", RIGHT["compter_paires"])


def test_another_name_for_the_same_function_is_understood(cahier):
    assert check(cahier, "entourer", "entourer = lambda p: '.' + p + '.'").startswith("C'est juste !")


def test_tools_work_without_the_project(cahier):
    """generer needs rigged dice."""
    code = (
        "def choisir(probas, tirage):\n    cumul = 0\n    for lettre in probas:\n        cumul += probas[lettre]\n"
        "        if tirage < cumul:\n            return lettre\n    return lettre\n"
        "def generer(modele, hasard, maxi):\n    lettre, prenom = '.', ''\n    while len(prenom) < maxi:\n"
        "        lettre = choisir(modele[lettre], hasard())\n        if lettre == '.':\n            return prenom\n"
        "        prenom += lettre\n    return prenom"
    )
    assert check(cahier, "generer", code).startswith("C'est juste !")
    assert "gardent" not in check(
        cahier, "generer", code.replace("return prenom\n        ", "return prenom + '.'\n        ")
    )


def test_an_endless_loop_over_the_dice_is_stopped_by_them(cahier):
    code = "def generer(modele, hasard, maxi):\n    while True:\n        hasard()"
    assert "Ta boucle ne s'arrête jamais" in check(cahier, "generer", code)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ('"b"', "C'est juste ! Ta machine ouvre"),
        ('" B "', "C'est juste ! Ta machine ouvre"),
        ('"a"', "Mais ton carnet n'a qu'une page par lettre"),
        ('"z"', 'Réponds par une seule lettre entre guillemets : `"a"`, `"b"`, `"c"`.'),
        ("3", "Réponds par une seule lettre"),
        ("None", "`quiz_1` n'est pas encore prêt."),
    ],
)
def test_a_quiz_answer_gets_its_reason(cahier, answer, said):
    shown = " ".join(cahier.run(f'quiz_1 = {answer}\nverifie("quiz_1")').split())
    assert said.replace("! ", "") in shown.replace("! ", "")


def test_bonus_points_do_not_open_the_next_lesson(cahier):
    code = "def suggestions(c, n):\n    return sorted(c, key=lambda l: (-c[l], l))[:n]"
    assert "Tu as 0 point sur 16, et 2 points bonus ★ en plus. Encore 12 points" in check(cahier, "suggestions", code)


def test_what_passed_is_remembered_the_next_day(cahier):
    check(cahier, "entourer", RIGHT["entourer"])
    said = cahier.run('commence("01_deviner_la_suite")')
    assert "Te revoilà !" in said and "1 case est déjà juste." in said


def test_enough_points_are_told(cahier):
    for name in RIGHT:
        said = check(cahier, name, RIGHT[name])
    for quiz, key in (("quiz_1", "b"), ("quiz_2", "c")):
        said = cahier.run(f'{quiz} = "{key}"\nverifie("{quiz}")')
    assert "Tu as 12 points sur 16. C'est assez pour ouvrir la leçon" in said


def test_what_is_not_of_the_lesson_is_said(cahier):
    assert "Je ne sais pas vérifier cela." in check(cahier, "print")


def test_beginning_again_does_not_erase_a_function(cahier):
    cahier.run(RIGHT["entourer"] + '\ncommence("01_deviner_la_suite")')
    assert callable(cahier.names["entourer"])
    assert cahier.names["paires"] is None
