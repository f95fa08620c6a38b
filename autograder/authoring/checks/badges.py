"""Badges: drawn, each its own, and saying what their owner can do."""

from collections.abc import Iterator, Mapping

from autograder.authoring import phrases
from autograder.authoring.draft import Draft
from autograder.authoring.places import Definition
from autograder.authoring.problem import Problem
from autograder.exercise import Badge, Course, Item, Lesson


def badges_of(lesson: Lesson) -> Iterator[tuple[Item | Lesson, Badge]]:
    yield from ((owner, owner.badge) for owner in (*lesson.items, lesson) if owner.badge)


def drawn(draft: Draft) -> Iterator[Problem]:
    for owner, badge in badges_of(draft.lesson):
        if not (draft.course.badges / f"{badge.slug}.svg").is_file():
            says = phrases.NO_DRAWING.format(title=badge.title, slug=badge.slug)
            yield Problem(draft.in_code(owner, badge.slug), says)


def said(draft: Draft) -> Iterator[Problem]:
    for owner, badge in badges_of(draft.lesson):
        place = draft.in_code(owner, badge.slug)
        if not badge.proves.startswith("Je sais "):
            yield Problem(place, phrases.BADGE_PROVES.format(slug=badge.slug))
        if not badge.to_earn.endswith("."):
            yield Problem(place, phrases.BADGE_TO_EARN.format(slug=badge.slug))


def twice(course: Course, definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for lesson in course.lessons:
        for owner, badge in badges_of(lesson):
            if badge.slug in owners:
                found = definitions.get(owner.name)
                place = f"{found.at(badge.slug) if found else 'exercises/'}, « {owner.name} »"
                other = f"« {owners[badge.slug]} »"
                yield Problem(place, phrases.BADGE_TWICE.format(slug=badge.slug, other=other))
            owners.setdefault(badge.slug, owner.name)
