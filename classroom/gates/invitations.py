"""One-time links: the first teacher's, a colleague's, and the one that replaces a forgotten password.

A link holds a token that nobody guesses; only its hash is kept, and it serves once.
"""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from classroom.models import Invitation

LASTS = timedelta(days=7)


class UnknownTeacher(LookupError):
    """No teacher has this name."""


class NameTaken(ValueError):
    """Another teacher has this name."""


def first_link(base_url: str) -> str | None:
    """The link that makes the first teacher; None when there is one. The links printed by earlier starts die."""
    if get_user_model().objects.exists():
        return None
    Invitation.objects.filter(used_at=None).delete()
    return link_to(base_url, invite())


def reset_link(username: str) -> str:
    """The path with which this teacher chooses a new password; earlier ones die. Raises UnknownTeacher."""
    teacher = teacher_named(username)
    if teacher is None:
        raise UnknownTeacher(username)
    Invitation.objects.filter(teacher=teacher, used_at=None).delete()
    return link_to("", invite(teacher))


def link_to(base_url: str, token: str) -> str:
    return base_url.rstrip("/") + reverse("teacher:welcome", args=[token])


def invite(teacher: AbstractUser | None = None) -> str:
    """The token of a new invitation; it cannot be read again."""
    token = secrets.token_urlsafe(18)
    Invitation.objects.create(mark=mark_of(token), teacher=teacher)
    return token


def mark_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def invitation_for(token: str) -> Invitation | None:
    """The invitation of this token while it can still serve."""
    fresh = Invitation.objects.filter(used_at=None, created_at__gt=timezone.now() - LASTS)
    return fresh.select_related("teacher").filter(mark=mark_of(token)).first()


def teacher_named(username: str) -> AbstractUser | None:
    """Upper and lower case are the same name, as people expect of one they type."""
    return get_user_model().objects.filter(username__iexact=username.strip()).first()


@transaction.atomic
def accept(invitation: Invitation, name: str, password: str) -> AbstractUser:
    """The teacher, made or given a new password; the link has served. Raises NameTaken."""
    teacher = invitation.teacher
    if teacher is None:
        if teacher_named(name):
            raise NameTaken(name)
        teacher = get_user_model()(username=name)
    if not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now()):
        raise NameTaken(name)  # pressed twice: the first press made the account
    teacher.set_password(password)
    teacher.save()
    return teacher
