"""The sentence about the next lesson says exactly what is missing."""

from dataclasses import replace

import pytest

from autograder.feedback.progress import enough, progress, sentence
from tests.feedback.demo_class import LESSON_1, LESSON_2, LESSON_3, report, with_verdict

# Required points of lesson 1: 1 + 2 + 4 + 3 + 3, and two questions: 15. Seven tenths are 10.5, so 11.


def said(made, course):
    return sentence(made, progress(made, course))


def test_the_next_lesson_is_open(course):
    assert said(report("lea", "ppppppppp"), course) == "La leçon 2 est ouverte : « Apprendre de ses erreurs »."


def test_a_lesson_announced_but_not_written_comes_soon(course):
    sentence = "Tu as débloqué la leçon 3 : « La mémoire du modèle ». Elle arrive bientôt."
    assert said(report("lea", "pp", LESSON_2), course) == sentence


@pytest.mark.parametrize(
    ("signs", "missing", "advice"),
    [
        ("ppp---w--", "4 points", "réussis par exemple les exercices 1.4 et 1.7"),
        ("wpp---ppw", "1 point", "réussis par exemple l’exercice 1.1"),
        ("---------", "11 points", "commence par l’exercice 1.1"),
        ("-pp---p--", "2 points", "réussis par exemple l’exercice 1.4"),
        ("wpp---p-w", "2 points", "réussis par exemple l’exercice 1.1 et la question 2 du quiz"),
    ],
)
def test_what_is_missing_and_where_to_find_it(course, signs, missing, advice):
    made = report("lea", signs)
    assert said(made, course) == f"Il te manque {missing} pour ouvrir la leçon 2 : {advice}."


def test_bonus_points_open_nothing(course):
    assert progress(report("lea", "----pp---"), course).missing == 11
    assert not any(verdict.bonus for verdict in enough(report("lea", "---------"), 11))


def test_seven_tenths_of_thirty_are_twenty_one(course):
    """0.7 x 30 and 0.1 + 0.2 must not ask for one point more because of the last digit of a float."""
    made = with_verdict(report("lea", "ppppppppp"), "entourer", points=0.1 + 0.2, max_points=0)
    step = progress(replace(made, threshold=(14.3 - 1e-12) / 14), course)
    assert step.missing == 0 and step.reached
    thirty = replace(report("lea", "---------"), threshold=0.7)
    step = progress(with_verdict(thirty, "generer", max_points=18), course)
    assert (step.needed, step.missing) == (21, 21)


def test_half_points_round_what_is_missing_up(course):
    made = with_verdict(report("lea", "pp-----pp"), "compter_paires", points=2.5)
    step = progress(made, course)  # 1 + 2 + 2.5 + 2 = 7.5 of 10.5
    assert step.missing == 3 and not step.reached


def test_our_fault_is_not_advised(course):
    made = report("lea", "ppp---gpg")
    assert made.unlocked is None
    assert said(made, course) == ("Il te manque 3 points pour ouvrir la leçon 2 : réussis par exemple l’exercice 1.4.")
    stuck = report("lea", "gggpppgpp")
    assert said(stuck, course).startswith("Il te manque 6 points pour ouvrir la leçon 2. Le correcteur a eu un souci")


def test_enough_points_but_a_closed_lesson_is_for_the_teacher(course):
    closed = replace(report("lea", "ppppppppp"), unlocked=None)
    assert said(closed, course) == "Tu as assez de points. Demande à ton professeur d’ouvrir la leçon 2."


def test_the_last_lesson_ends_the_course(course):
    last = replace(course, lessons=(LESSON_2, LESSON_1))
    assert said(replace(report("lea", "ppppppppp"), unlocked=None), last).endswith("le cours est terminé !")
    assert said(replace(report("lea", "-pp---p--"), unlocked=None), last).startswith(
        "Il te manque 2 points pour terminer le cours"
    )


def test_a_lesson_that_left_the_course_still_has_its_page(course, pupil_page):
    gone = replace(course, lessons=(LESSON_3,))
    assert progress(report("lea", "ppppppppp"), gone).following is None


def test_a_teacher_may_open_the_lesson_early(course):
    early = replace(report("lea", "p--------"), unlocked=LESSON_2)
    assert said(early, course).startswith("La leçon 2 est ouverte")
