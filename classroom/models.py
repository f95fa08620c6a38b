"""What the classroom keeps. Every attempt is written down before it is graded, and never erased but by the teacher.

No e-mail, no family name is needed: a pupil is a pseudonym. What shows in an address is a random `key`, never a number.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q


def new_key() -> str:
    """Twelve characters that nobody guesses, for addresses."""
    return secrets.token_urlsafe(9)


class Classroom(models.Model):
    """A class: its code is what pupils type (four letters, a word such as LUNE)."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=60)
    teacher = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="classrooms")
    threshold = models.FloatField(null=True, blank=True)  # 0 to 1; None: the course's
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Pupil(models.Model):
    """secret_version  which words are the right ones: they are drawn from the server's key, see gates/secret_words.py
    secret_mark     an HMAC of the class code and the words, to find the pupil who types them; the words are not kept
    memory          the kit's `tuto_memoire.json`: losses, weights of the model, invented names
    raised_at       since when the hand is up
    """

    key = models.CharField(max_length=16, unique=True, default=new_key)
    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="pupils")
    pseudonym = models.CharField(max_length=40)
    secret_version = models.PositiveIntegerField(default=0)
    secret_mark = models.CharField(max_length=64)
    memory = models.JSONField(default=dict)
    memory_version = models.PositiveIntegerField(default=0)
    raised_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pseudonym",)
        constraints = (
            models.UniqueConstraint(fields=("classroom", "pseudonym"), name="one_pseudonym_per_class"),
            models.UniqueConstraint(fields=("secret_mark",), name="one_pupil_per_secret"),
        )

    def __str__(self) -> str:
        return self.pseudonym


class Copy(models.Model):
    """A pupil's copy of one lesson: the cells that differ from the release.

    cells    {cell id: {"source": text, "at": version in which it last changed}}
    version  goes up with every save; a save says from which version it started
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="copies")
    lesson = models.CharField(max_length=80)
    cells = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("pupil", "lesson"), name="one_copy_per_lesson"),)


class Attempt(models.Model):
    """One press on « Vérifier ». `WAITING` until graded: what a killed server left is graded at the next start.

    key      made by the page: the same press sent twice is one attempt
    code     the answer's cell; `helpers` are the pupil's other cells it leans on: graded again, they say the same
    number   1, 2, 3… for this pupil and this item; it also seeds the fresh inputs
    worker   the claim under which it is graded; `claimed_at` is said again every second, see grading/queue.py
    verdict  what was said: message, example, line, built, notes…  see grading/marking.py
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"

    key = models.CharField(max_length=40)
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="attempts")
    lesson = models.CharField(max_length=80)
    item = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    code = models.TextField()
    helpers = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    worker = models.CharField(max_length=40, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    graded_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=16, blank=True)
    points = models.FloatField(default=0)
    misconception = models.CharField(max_length=80, blank=True)
    verdict = models.JSONField(default=dict)

    class Meta:
        ordering = ("created_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("pupil", "key"), name="one_attempt_per_press"),
            models.UniqueConstraint(fields=("pupil", "lesson", "item", "number"), name="attempts_are_numbered"),
            models.UniqueConstraint(fields=("pupil",), condition=Q(state="running"), name="one_at_a_time_per_pupil"),
        )
        indexes = (
            models.Index(fields=("created_at",), name="ungraded", condition=~Q(state="done")),
            models.Index(fields=("pupil", "lesson"), name="attempts_of_a_lesson"),
        )


class Standing(models.Model):
    """Where one pupil is with one exercise or question: the best attempt counts, and never goes down.

    same_mistake  how many times in a row the last misconception came
    hints_seen    rungs of the hint ladder that were opened
    override      points given by the teacher instead, with the reason; None: the best attempt's
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="standings")
    lesson = models.CharField(max_length=80)
    item = models.CharField(max_length=80)
    tries = models.PositiveIntegerField(default=0)
    best_points = models.FloatField(default=0)
    passed_at = models.DateTimeField(null=True, blank=True)
    last_outcome = models.CharField(max_length=16, blank=True)
    last_misconception = models.CharField(max_length=80, blank=True)
    last_message = models.TextField(blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    same_mistake = models.PositiveIntegerField(default=0)
    hints_seen = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True, blank=True)  # the answer's cell last changed
    override = models.FloatField(null=True, blank=True)
    override_reason = models.CharField(max_length=200, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("pupil", "lesson", "item"), name="one_standing_per_item"),)

    @property
    def points(self) -> float:
        return self.best_points if self.override is None else self.override


class EarnedBadge(models.Model):
    """Once earned, kept."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="badges")
    slug = models.CharField(max_length=80)
    earned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("pupil", "slug"), name="a_badge_is_earned_once"),)


class Opening(models.Model):
    """The teacher's word on a lesson, for the whole class (`pupil` is None) or for one pupil, which comes first.

    Without a word, a lesson opens when the one before it reaches the threshold.
    """

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="openings")
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="openings", null=True, blank=True)
    lesson = models.CharField(max_length=80)
    is_open = models.BooleanField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("classroom", "lesson"), condition=Q(pupil=None), name="one_word_per_class_and_lesson"
            ),
            models.UniqueConstraint(
                fields=("pupil", "lesson"), condition=~Q(pupil=None), name="one_word_per_pupil_and_lesson"
            ),
        )


class FreeAnswer(models.Model):
    """« Explique avec tes mots… »: written by the pupil, read and marked by the teacher.

    A text that changes after it was marked is to be read again: `marked_text` is what the teacher read.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="free_answers")
    lesson = models.CharField(max_length=80)
    name = models.CharField(max_length=80)
    text = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)
    points = models.FloatField(null=True, blank=True)
    comment = models.TextField(blank=True)
    marked_text = models.TextField(blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)  # the pupil has seen the teacher's answer

    class Meta:
        constraints = (models.UniqueConstraint(fields=("pupil", "lesson", "name"), name="one_free_answer"),)


class Said(models.Model):
    """A shared mistake the teacher has answered aloud: the board shows it again only when it comes again."""

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="said")
    lesson = models.CharField(max_length=80)
    item = models.CharField(max_length=80)
    misconception = models.CharField(max_length=80)
    said_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("classroom", "lesson", "item", "misconception"), name="said_once"),
        )


class Phrase(models.Model):
    """A comment the teacher keeps to use again."""

    teacher = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="phrases")
    text = models.CharField(max_length=300)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-used", "text")


class Invitation(models.Model):
    """A one-time link to become a teacher here. Only a hash of its token is kept.

    teacher  whose forgotten password it replaces; None: it makes a new teacher
    """

    mark = models.CharField(max_length=64, unique=True)
    teacher = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True)


class Refusal(models.Model):
    """Wrong secrets typed, by door (an address, a class, a teacher's name): more of them, a longer wait."""

    door = models.CharField(max_length=120, unique=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(auto_now=True)
