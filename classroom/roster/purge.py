"""What there is to erase, and erasing it: one pupil, the work of a class, a class."""

from dataclasses import dataclass

from django.db import transaction

from classroom.models import Attempt, Classroom, Copy, EarnedBadge, FreeAnswer, Opening, Pupil, Standing

WORK = (Attempt, Copy, EarnedBadge, FreeAnswer, Standing)


@dataclass(frozen=True)
class Amount:
    """How much there is to erase."""

    pupils: int
    copies: int
    attempts: int
    badges: int
    free_answers: int


def amount(pupils) -> Amount:
    """`pupils`: a queryset."""
    return Amount(
        pupils=pupils.count(),
        copies=Copy.objects.filter(pupil__in=pupils).count(),
        attempts=Attempt.objects.filter(pupil__in=pupils).count(),
        badges=EarnedBadge.objects.filter(pupil__in=pupils).count(),
        free_answers=FreeAnswer.objects.filter(pupil__in=pupils).exclude(text="").count(),
    )


def amount_of_class(classroom: Classroom) -> Amount:
    return amount(classroom.pupils.all())


def amount_of_pupil(pupil: Pupil) -> Amount:
    return amount(Pupil.objects.filter(pk=pupil.pk))


@transaction.atomic
def erase_work(classroom: Classroom) -> None:
    """Copies, attempts, marks, badges and models of every pupil; names, cards and settings of the class stay."""
    for model in WORK:
        model.objects.filter(pupil__classroom=classroom).delete()
    Opening.objects.filter(pupil__classroom=classroom).delete()
    for pupil in classroom.pupils.select_for_update():
        pupil.memory = {}
        pupil.memory_version += 1  # an open page that still holds the old memory is told so
        pupil.raised_at = pupil.seen_at = None
        pupil.save(update_fields=["memory", "memory_version", "raised_at", "seen_at"])
