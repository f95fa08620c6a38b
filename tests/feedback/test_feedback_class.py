"""What a teacher reads: the table of the class, the shared mistakes, the results file."""

import csv
from dataclasses import replace

from autograder.feedback import phrases
from autograder.feedback.mistakes import shared_mistakes
from autograder.report import Failure
from tests.feedback.demo_class import FAILURES, LESSON_2, cake_by_max, report, reports


def row(page, pupil):
    """The words of one pupil's line."""
    start = page.html.index(f'title="{pupil}"')
    return page.html[start : page.html.index("</tr>", start)]


def test_pupils_are_sorted_as_in_a_french_register(class_page):
    page = class_page([report(name, "p--------") for name in ("Zoé", "Élise", "emma", "Elif", "adèle")])
    names = [page.plain.index(name) for name in ("adèle", "Elif", "Élise", "emma", "Zoé")]
    assert names == sorted(names)


def test_each_cell_has_a_sign_and_a_word(class_page):
    line = row(class_page([report("Léa", "pwrt-gppp")]), "Léa")
    for state in phrases.STATES.values():
        assert f'href="#{state.sign}"' in line and f">{state.word}</span>" in line


def test_a_pupil_links_to_its_page(class_page, tmp_path, pupil_page):
    pupil_page(report("Léa/..", "p--------"))
    page = class_page([report("Léa/..", "p--------")])
    (link,) = [value for value in page.values("href") if value.endswith(".html")]
    assert (tmp_path / "feedback" / link).is_file()


def test_the_line_says_points_badges_and_the_next_lesson(class_page):
    page = class_page([report("Adèle", "ppppppppp"), report("Tom", "-pp---p--")])
    assert "21" in row(page, "Adèle") and phrases.NEXT_OPEN in row(page, "Adèle")
    assert "encore 2" in row(page, "Tom") and phrases.NEXT_OPEN not in row(page, "Tom")
    assert "1 ouvre la leçon 2" in page.plain


def test_shared_mistakes_are_grouped_most_frequent_first(course):
    (first, second) = shared_mistakes(reports(), course)
    assert (first.misconception.name, second.misconception.name) == ("par_max", "toujours_1")
    assert len(first.pupils) > len(second.pupils) == 2
    assert first.where == "1.4" and list(first.pupils) == sorted(first.pupils, key=lambda name: name.replace("É", "E"))


def test_a_pupil_with_two_notebooks_counts_once(course):
    (only,) = shared_mistakes([cake_by_max(report("Léa", "pppw-----"))] * 2, course)
    assert only.pupils == ("Léa",)


def test_an_unknown_misconception_is_left_out(course):
    made = cake_by_max(report("Léa", "pppw-----"))
    unknown = replace(made, verdicts=tuple(replace(one, misconception="autre") for one in made.verdicts))
    assert shared_mistakes([unknown], course) == ()


def test_the_sentence_to_say_is_quoted_once(class_page):
    words = class_page(reports()).plain
    assert "élèves divisent par le plus grand" in words
    assert "« Combien de parts en tout ?" in words and "« «" not in words and "» »" not in words
    alone = class_page([cake_by_max(report("Léa", "pppw-----"))]).plain
    assert "1 élève parmi ceux qui divisent par le plus grand" in alone


def test_unread_notebooks_are_listed_with_their_sentence(class_page):
    page = class_page([report("Léa", "p--------")], FAILURES)
    for failure in FAILURES:
        assert failure.message in page.plain and failure.notebook in page.plain
    assert "2 carnets non lus" in page.plain
    assert "1 carnet corrigé" in page.plain


def test_a_class_where_nothing_could_be_read_has_its_page(class_page):
    page = class_page([], [Failure("a.ipynb", "a", "Ce fichier est vide.")])
    assert phrases.NOBODY in page.plain and "Ce fichier est vide." in page.plain


def test_one_table_per_lesson_in_the_order_of_the_course(class_page):
    page = class_page([report("a", "pp", LESSON_2), report("b", "ppppppppp")])
    assert page.tags.count("table") == 2
    assert page.plain.index("Leçon 1 : Deviner la suite") < page.plain.index("Leçon 2 : Apprendre")


def test_a_missing_verdict_leaves_an_empty_cell(class_page):
    made = report("Léa", "ppppppppp")
    page = class_page([replace(made, verdicts=made.verdicts[:3])])
    assert row(page, "Léa").count(phrases.NO_VERDICT.word) == 12  # six cells, each with its title


def test_thirty_pupils_make_thirty_lines(class_page):
    assert class_page(reports()).html.count('<th scope="row">') == 33


# ---------- resultats.csv


def test_the_file_opens_in_a_french_spreadsheet(course, results, tmp_path):
    lines = results([report("Léa", "ppppppppp")])
    raw = (tmp_path / "feedback" / "resultats.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    assert lines[0][:7] == "eleve;lecon;points;points_max;seuil_atteint;lecon_ouverte;badges".split(";")
    assert lines[0][7:11] == ["entourer", "entourer_points", "paires", "paires_points"]
    assert lines[1][:6] == ["Léa", "01_deviner_la_suite", "21", "21", "oui", "02_apprendre_de_ses_erreurs"]
    assert lines[1][6] == "Compteur de bigrammes, Partageur de gâteau, Inventeur du T9, Boule de cristal"


def test_numbers_have_a_decimal_comma(results):
    made = report("Léa", "---------")
    half = replace(made, verdicts=(replace(made.verdicts[0], points=0.5), *made.verdicts[1:]))
    line = results([half])[1]
    assert line[2] == "0,5" and line[4:6] == ["non", ""] and line[7:9] == ["à compléter", "0,5"]


def test_lessons_share_one_header(results):
    lines = results([report("a", "pp", LESSON_2), report("a", "ppppppppp")])
    assert len({len(line) for line in lines}) == 1
    assert [line[1] for line in lines[1:]] == ["01_deviner_la_suite", "02_apprendre_de_ses_erreurs"]
    first = dict(zip(lines[0], lines[1], strict=True))
    assert first["entourer"] == "réussi" and first["perte"] == ""


def test_unread_notebooks_have_their_line_and_no_points(results):
    lines = results([report("Léa", "p--------")], FAILURES)
    assert {len(line) for line in lines} == {len(lines[0])} and lines[0][-1] == "remarque"
    nina, document = lines[2:]
    assert nina[0] == "Nina" and "Ce fichier est coupé" in nina[-1] and not any(nina[1:-1])
    assert document[0] == "" and document[-1].startswith("devoir.docx")


def test_no_cell_is_a_formula(course, results, tmp_path):
    names = ("=1+1", "+33", "-2", "@x", "\t=1", "\r=1", "  =1", "＝1", '=cmd|"/c calc"!A1', "a;b", 'a"b', "a\nb")
    results([report(name, "p--------") for name in names], [Failure(name, name, name) for name in names])
    with (tmp_path / "feedback" / "resultats.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for line in csv.reader(file, delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "＝"))]
    for kept in ("'=1+1", "'+33", "'-2", "'@x", "a;b", 'a"b', "a b"):
        assert kept in cells
