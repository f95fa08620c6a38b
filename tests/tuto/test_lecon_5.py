"""Lesson 5: training through the pupil's own functions, the exam, the stairs, the diploma."""

import json
import math
import re

import pytest

from autograder.holes import solve
from autograder.master import without_hidden_tests
from autograder.notebook import read_notebook
from course_config import ROOT
from tests.tuto.conftest import Cahier, plain
from tests.tuto.sanitizer import removed_from
from tuto import cerveau, diplome, echelle, enregistre, lecon_5, turbo
from tuto.seance import passed_key

LESSON = "05_mon_premier_llm"
NAMES = ["emma", "lina", "tom", "sacha", "louis", "jade", "noe", "ines", "anna", "leo", "aya", "yanis"]
NEEDED = ("outils_5", "donnees_briques", "additionner", "rmsnorm", "relu", "bloc_mlp", "donnees_attention", "mini_gpt")
ROOT_OF_SIZE = "def rmsnorm(x):\n    return [v / {root} for v in x]"
MEAN = "(sum(v * v for v in x) / len(x) + 0.00001)"


def solved(*labels):
    """These cells of the lesson, solved."""
    cells = read_notebook(ROOT / "source" / LESSON / f"{LESSON}.ipynb").cells
    found = {cell.grade_id: solve(without_hidden_tests(cell.source)) for cell in cells if cell.grade_id}
    return [found[label] for label in labels]


@pytest.fixture
def lesson(capsys):
    """A notebook where mini_gpt and all it calls are done."""
    notebook = Cahier(capsys)
    for code in solved(*NEEDED):
        notebook.run(code)
    notebook.run(f"P = nouveau_modele()\nnoms = {NAMES!r}")
    return notebook


def test_a_step_through_the_pupils_code_lowers_the_loss_and_changes_every_table(lesson):
    lesson.run("avant = {nom: [list(ligne) for ligne in table] for nom, table in P.items() if nom != 'tetes'}")
    lesson.run("pertes = [corrige(P, mesure(mini_gpt, P, 'emma'), 0.3) for _ in range(5)]")
    losses, before, after = lesson.names["pertes"], lesson.names["avant"], lesson.names["P"]
    assert losses[-1] < losses[0]
    assert all(before[name] != after[name] for name in before)
    assert after["tetes"] == 2


def test_the_first_loss_is_about_chance(lesson):
    lesson.run("perte = mesure(mini_gpt, P, 'emma').perte")
    assert abs(lesson.names["perte"] - math.log(27)) < 0.3


@pytest.mark.parametrize(
    "rmsnorm",
    [
        ROOT_OF_SIZE.format(root=f"{MEAN} ** 0.5"),
        ROOT_OF_SIZE.format(root=f"math.pow({MEAN}, 0.5)"),
        "from math import sqrt\n" + ROOT_OF_SIZE.format(root=f"sqrt{MEAN}"),
        "import math as m\n" + ROOT_OF_SIZE.format(root=f"m.sqrt{MEAN}"),
        "def rmsnorm(x):\n    import math\n    return [v / math.sqrt" + MEAN + " for v in x]",
        "def rmsnorm(x):\n    from math import sqrt\n    return [v / sqrt" + MEAN + " for v in x]",
    ],
)
def test_the_thread_holds_whichever_way_the_root_is_written(lesson, rmsnorm):
    lesson.run(rmsnorm)
    assert "savent comment bouger" in lesson.run("fil(mini_gpt, P, 'emma')")
    assert "La même perte" in lesson.run("compare(mini_gpt, P, 'emma')")


def test_outside_training_math_is_left_as_it_was(lesson):
    lesson.run("mesure(mini_gpt, P, 'emma')")
    assert lesson.names["math"] is math
    assert abs(math.sqrt(9) - 3) < 1e-12


def test_a_thread_cut_by_round_is_told(lesson):
    lesson.run("def additionner(a, b):\n    return [round(a[i] + b[i], 3) for i in range(len(a))]")
    assert "Le fil des calculs s'est cassé." in lesson.run("fil(mini_gpt, P, 'emma')")
    assert "Le fil des calculs s'est cassé." in lesson.run("compare(mini_gpt, P, 'emma')")


def test_a_table_that_the_model_forgets_is_named(lesson):
    lesson.run("def mini_gpt(P, ids):\n    return [filtre(P['sortie'], rmsnorm(P['lettres'][n])) for n in ids]")
    said = lesson.run("fil(mini_gpt, P, 'emma')")
    assert 'P["places"]' in said and 'P["W1"]' in said and 'P["sortie"]' not in said


def test_only_the_cards_of_the_letters_read_are_corrected(lesson):
    assert "lettres : 32 sur 216" in lesson.run("fil(mini_gpt, P, 'emma')")  # the dot, e, m and a: 4 cards of 8


def test_a_bonus_not_done_is_lent_to_the_training(lesson):
    lesson.names["relu"] = None
    assert "Je te prête la fonction `relu`." in lesson.run("fil(mini_gpt, P, 'emma')")


@pytest.mark.parametrize(("rate", "turns"), [(2, 60), (5, 60)])
def test_too_great_a_speed_is_told_and_not_a_traceback(lesson, rate, turns):
    lesson.run(f"def pas(n):\n    return corrige(P, mesure(mini_gpt, P, noms[n % 12]), {rate})")
    assert "Ta vitesse est trop grande." in lesson.run(f"entraine(pas, {turns})")


def test_turbo_goes_on_from_the_same_numbers(lesson):
    lesson.run("debut = mesure(mini_gpt, P, 'emma').perte\npas = turbo(mini_gpt, P, noms, 40)")
    lesson.run("courbe = entraine(pas, 40)\nfin = mesure(mini_gpt, P, 'emma').perte")
    assert lesson.names["courbe"].finie
    assert lesson.names["fin"] < lesson.names["debut"]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("mini_gpt = None", "n'est pas encore prête"),
        ("def mini_gpt(P, ids):\n    return ____", "Il reste un trou dans `mini_gpt`."),
        ("def mini_gpt(P, ids): 1", "`mini_gpt` ne rend rien."),
    ],
)
def test_turbo_waits_for_the_pupils_own_model_and_says_what_the_exam_says(lesson, broken, said):
    lesson.run(broken)
    cards = [
        lesson.run("entraine(turbo(mini_gpt, P, noms, 40), 40)"),
        lesson.run("controle_surprise(mini_gpt, P, noms)"),
    ]
    assert said in cards[0]
    assert cards[0] == cards[1]


def test_stop_while_turbo_prepares_is_kind_and_it_may_begin_again(lesson, monkeypatch):
    def stopped(P):
        raise KeyboardInterrupt

    lesson.run("pas = turbo(mini_gpt, P, noms, 40)")
    with monkeypatch.context() as patched:
        patched.setattr(turbo, "disagreement", lambda *asked: None)
        patched.setattr(turbo, "learner_of", stopped)
        said = lesson.run("entraine(pas, 40)")
    assert "Tu as arrêté l'entraînement." in said and "0 tours" not in said
    lesson.run("courbe = entraine(pas, 40)")
    assert lesson.names["courbe"].finie


@pytest.mark.parametrize("word", ["léa", "jean-luc", "anticonstitutionnellement"])
def test_a_word_that_the_model_cannot_read_gets_a_kind_card(lesson, word):
    said = [lesson.run(f"{demo}(mini_gpt, P, {word!r})") for demo in ("fil", "compare", "suite_probable")]
    assert said == ["Choisis un autre texte.\n  Au plus 15 lettres, de a à z, sans accent ni trait d'union.\n"] * 3


def test_a_capital_letter_does_not_matter(lesson):
    assert "lettres : 32 sur 216" in lesson.run("fil(mini_gpt, P, 'Emma')")


def test_turbo_waits_for_a_model_that_computes_the_same(lesson):
    lesson.run("def mini_gpt(P, ids):\n    return [filtre(P['sortie'], P['lettres'][n]) for n in ids]")
    assert "Les deux ne sont pas d'accord." in lesson.run("entraine(turbo(mini_gpt, P, noms, 40), 40)")
    assert "Les deux ne sont pas d'accord." in lesson.run("compare(mini_gpt, P, 'emma')")


def test_names_put_aside_are_never_read(capsys):
    read, aside = lecon_5.partage(NAMES, part=0.25)
    assert len(aside) == 3 and sorted(read + aside) == sorted(NAMES)


def test_knowing_more_brings_the_loss_down():
    read, aside = NAMES[:9], NAMES[9:]
    assert echelle.perte_bigrammes(read, read) < echelle.perte_frequences(read, read) < math.log(27)
    assert math.isfinite(echelle.perte_bigrammes(read, [*aside, "zzz"]))  # a pair never read


def test_the_stairs_go_down_whatever_the_order_and_wait_for_what_is_missing(pages):
    echelle.escalier({"ton code": 2.4, "hasard": 3.3, "bigrammes": 2.2, "ton turbo": None})
    assert removed_from(pages[0]) == []
    drawn = re.search(r'alt="([^"]+)"', pages[0])[1]
    assert plain(drawn) == "hasard : 3,30, ton code : 2,40, bigrammes : 2,20"


def test_every_display_survives_a_notebook_that_is_not_trusted(lesson, pages):
    lesson.run("reglages(P)\nfil(mini_gpt, P, 'emma')\nsuite_probable(mini_gpt, P, 'em')")
    lesson.run("compare_temperatures(mini_gpt, P, 'm', [0.3, 1, 3])\na_un_par_seconde({'ton modèle': combien(P)})")
    lesson.run("\n".join(solved("temperature", "donnees_tirer", "generer_prenom")))
    lesson.run("def modele(ids):\n    return mini_gpt(P, ids)\ninvente_a(generer_prenom, modele, [0.5], 2)")
    lesson.run("invente(generer_prenom, modele, 0.8, noms, 3)")
    assert len(pages) >= 8
    assert [removed_from(page) for page in pages] == [[]] * len(pages)


def test_a_great_size_is_told_in_years():
    assert plain(echelle.duration(175_000_000_000)) == "5 545 ans"
    assert plain(echelle.duration(1_500_000_000)) == "48 ans"


def test_the_plural_begins_at_two():
    assert turbo.milliseconds(0.0007) == "0,7 millième de seconde"
    assert turbo.milliseconds(0.0021) == "2,1 millièmes de seconde"
    assert turbo.milliseconds(0.042) == "42 millièmes de seconde"


def test_the_diploma_waits_for_a_trained_model(capsys):
    diplome.diplome("Léa")
    assert "Ton diplôme t'attend." in plain(capsys.readouterr().out)
    assert not diplome.FILE.exists()


def test_the_diploma_says_who_and_carries_all_it_shows(capsys):
    enregistre("perte_gpt", 2.084)
    enregistre("prenoms_inventes", ["lorine", "zelio", "noemin", "tim", "maelie", "unprenombientroplong"])
    diplome.garde_courbe([3.3, 2.9, 2.5], [2.3, 2.1])
    diplome.diplome("<Zoé & Léa>")
    page = diplome.FILE.read_text(encoding="utf-8")
    assert "&lt;Zoé &amp; Léa&gt;" in page and "2,08" in page and "Cinq prénoms" in page
    assert page.count('class="tiles"') == 5 and "unprenombientroplong" not in page
    assert re.findall(r"(?:src|href)=\"(?!data:)", page) == []
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_the_diploma_shows_a_lesson_s_badge_won_only_when_its_points_are_enough(tmp_path, monkeypatch):
    item = {"bonus": False, "badge": None}
    sheet = {
        "seuil": 0.7,
        "exercices": [item | {"nom": "f", "points": 2}, item | {"nom": "g", "points": 1}],
        "questions": [],
        "badge": {"titre": "Boule de cristal", "dessin": "<svg/>"},
    }
    for folder in (tmp_path / "01_deviner_la_suite", tmp_path / LESSON):
        folder.mkdir()
    (tmp_path / "01_deviner_la_suite" / "cas_publics.json").write_text(json.dumps(sheet), encoding="utf-8")
    monkeypatch.chdir(tmp_path / LESSON)
    for passed, won in ((["f"], False), (["f", "g"], True)):
        enregistre(passed_key("01_deviner_la_suite"), passed)
        assert ("Boule de cristal", "<svg/>", won) in diplome.badges_won()


@pytest.mark.slow
def test_three_hundred_names_through_plain_loops_bring_the_loss_below_2_55(lesson):
    names = (ROOT / "source" / LESSON / "prenoms.txt").read_text(encoding="utf-8").split()
    lesson.names["tous"] = names
    lesson.run("lus, gardes = partage(tous)\npas = lambda n: corrige(P, mesure(mini_gpt, P, lus[n]), 0.3)")
    lesson.run("courbe = entraine(pas, 300)\nperte = controle_surprise(mini_gpt, P, gardes)")
    assert lesson.names["courbe"].finie
    assert lesson.names["perte"] < 2.55


def test_the_numbers_of_a_new_model_are_those_of_the_engine():
    P = cerveau.nouveau_modele(taille=16, tetes=4)
    assert cerveau.combien(P) == 4192  # microgpt's size
    assert turbo.learner_of(P).config.n_embd == 16


def test_a_measure_leaves_the_model_alone(lesson):
    lesson.run("avant = [list(ligne) for ligne in P['W1']]\nmesure(mini_gpt, P, 'emma')")
    assert lesson.names["avant"] == lesson.names["P"]["W1"]
