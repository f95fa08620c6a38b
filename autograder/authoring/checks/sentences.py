"""What a pupil reads: present, short, ended, and kind."""

from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.draft import Draft
from autograder.authoring.problem import Problem
from autograder.exercise import Exercise
from autograder.typography import french

LADDER = 3
LONGEST = 200  # signs of one hint
ENDS = (".", "!", "?", "`")
HARSH = ("faux", "fausse", "erreur fatale", "échec", "nul ")


def hints(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    if len(exercise.hints) != LADDER:
        yield Problem(draft.in_code(exercise, "hints"), phrases.HINTS_COUNT.format(count=len(exercise.hints)))


def said(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    """(part of the definition, what it is, the sentence) for all that the pupil reads as a full sentence."""
    yield "built", "`built`", exercise.built
    for rank, hint in enumerate(exercise.hints, 1):
        yield "hints", f"l'indice {rank}", hint
    for idea in exercise.misconceptions:
        yield idea.name, f"l'indice de l'idée « {idea.name} »", idea.hint
    for prop in exercise.properties:
        yield prop.name, f"la phrase de la propriété « {prop.name} »", prop.says


def present(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    short = [("title", "`title`", exercise.title)]
    for idea in exercise.misconceptions:
        short.append((idea.name, f"le groupe (`group`) de l'idée « {idea.name} »", idea.group))
        short.append((idea.name, f"la phrase à dire (`say`) de l'idée « {idea.name} »", idea.say))
    for part, what, sentence in (*short, *said(exercise)):
        place = draft.in_code(exercise, part)
        if not sentence.strip():
            yield Problem(place, phrases.EMPTY.format(what=what))
        elif len(sentence) > LONGEST:
            yield Problem(place, phrases.TOO_LONG.format(what=what, count=len(sentence), limit=LONGEST))


def endings(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    for part, what, sentence in said(exercise):
        if sentence.strip() and not sentence.endswith(ENDS):
            yield Problem(draft.in_code(exercise, part), phrases.NO_END.format(what=what, end=sentence[-20:]))


def kind_words(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    for part, what, sentence in said(exercise):
        for word in HARSH:
            if word in french(sentence).lower():
                yield Problem(draft.in_code(exercise, part), phrases.HARSH.format(what=what, word=word.strip()))
