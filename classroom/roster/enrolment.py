"""The pupils of a class: from a list of names to what would be enrolled, then to pupils."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from classroom.gates.secret_words import give_words
from classroom.models import Classroom, Pupil
from classroom.roster.name_list import MAX_PUPILS, NameList, Person
from classroom.roster.pseudonyms import LONGEST, numbered, same, shorten, tidy, told_apart


class Refused(ValueError):
    """This name cannot be given; the message, in French, says why."""


@dataclass(frozen=True)
class Proposal:
    """One line of the preview. keep: it is ticked; remark: why the teacher should look at it, "" when all is well."""

    pseudonym: str
    keep: bool = True
    remark: str = ""
    already: bool = False

    @property
    def is_to_check(self) -> bool:
        return bool(self.remark) and not self.already


def propose(names: NameList, existing: Sequence[str]) -> tuple[Proposal, ...]:
    """What enrolling this list would do in a class that has these pupils. The same list twice adds nobody twice."""
    people, doubles = without_doubles(names.people)
    pseudonyms = numbered([shorten(name) for name in told_apart([(one.first, one.family) for one in people])])
    taken = frozenset(map(same, existing))
    namesakes = Counter(same(one.first) for one in people)
    lines = [
        judge(one, name, taken, namesakes[same(one.first)] > 1) for one, name in zip(people, pseudonyms, strict=True)
    ]
    return tuple(lines) + tuple(
        Proposal(one.first, keep=False, remark=f"Ligne {one.line} : déjà plus haut dans la liste.") for one in doubles
    )


def without_doubles(people: Sequence[Person]) -> tuple[list[Person], list[Person]]:
    """Same first and same family name: one person, written twice. Without a family name, nobody can tell."""
    seen: set[tuple[str, str]] = set()
    kept, doubles = [], []
    for one in people:
        identity = (same(one.first), same(one.family))
        (doubles if one.family and identity in seen else kept).append(one)
        seen.add(identity)
    return kept, doubles


def judge(one: Person, pseudonym: str, taken: frozenset[str], has_namesake: bool) -> Proposal:
    if same(pseudonym) in taken:
        return Proposal(pseudonym, keep=False, remark="Déjà dans la classe.", already=True)
    if has_namesake and same(one.first) in taken:
        return Proposal(pseudonym, remark=f"Il y a déjà « {one.first} » dans la classe : est-ce la même personne ?")
    if has_namesake and one.family:
        return Proposal(pseudonym, remark=f"Plusieurs élèves s’appellent {one.first} : l’initiale les distingue.")
    if has_namesake:
        return Proposal(pseudonym, remark=f"Plusieurs fois « {one.first} » : décochez si c’est la même personne.")
    if len(one.first) > LONGEST:
        return Proposal(pseudonym, remark=f"Nom trop long, raccourci à {LONGEST} caractères.")
    if len(one.first.split()) > 1:
        return Proposal(pseudonym, remark="Plusieurs mots : gardez seulement le prénom.")
    return Proposal(pseudonym)


def check(lines: Sequence[Proposal], existing: Sequence[str]) -> tuple[Proposal, ...]:
    """The lines as the teacher edited them; those that cannot be enrolled say why."""
    seen, checked = set(map(same, existing)), []
    for line in lines:
        name = tidy(line.pseudonym)
        remark = refusal(name, seen) if line.keep else ""
        checked.append(replace(line, pseudonym=name, remark=remark))
        if line.keep:
            seen.add(same(name))
    return tuple(checked)


def refusal(name: str, taken: set[str]) -> str:
    if not same(name):
        return "Écrivez un prénom ou un pseudonyme."
    if len(name) > LONGEST:
        return f"C’est trop long : {LONGEST} caractères au plus."
    return "Ce nom est déjà pris dans la classe." if same(name) in taken else ""


@transaction.atomic
def enrol(classroom: Classroom, pseudonyms: Sequence[str]) -> list[Pupil]:
    """New pupils with their secret words. Raises Refused, and enrols nobody, when a name or the number will not do."""
    Classroom.objects.select_for_update().get(pk=classroom.pk)  # one enrolment at a time
    taken = taken_names(classroom)
    if len(taken) + len(pseudonyms) > MAX_PUPILS:
        raise Refused(f"Une classe a {MAX_PUPILS} élèves au plus.")
    pupils = []
    for pseudonym in map(tidy, pseudonyms):
        if why := refusal(pseudonym, taken):
            raise Refused(f"{pseudonym} : {why}" if pseudonym else why)
        taken.add(same(pseudonym))
        pupil = Pupil(classroom=classroom, pseudonym=pseudonym)
        give_words(pupil)
        pupil.save()
        pupils.append(pupil)
    return pupils


def taken_names(classroom: Classroom) -> set[str]:
    return {same(name) for name in classroom.pupils.values_list("pseudonym", flat=True)}


@transaction.atomic
def rename(pupil: Pupil, pseudonym: str) -> None:
    """Raises Refused."""
    name = tidy(pseudonym)
    if why := refusal(name, taken_names(pupil.classroom) - {same(pupil.pseudonym)}):
        raise Refused(why)
    pupil.pseudonym = name
    pupil.save(update_fields=["pseudonym"])
