"""Who may come in here: teachers, each to their own classes. What is not theirs does not exist: 404."""

from collections.abc import Callable
from functools import wraps

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode

from classroom.models import Classroom, Pupil


def teachers_only(view: Callable) -> Callable:
    """A view, sync or not, for a teacher who has signed in; others are sent to sign in, then come back."""
    if iscoroutinefunction(view):

        @wraps(view)
        async def waiting(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            user = await request.auser()
            return await view(request, *args, **kwargs) if user.is_authenticated else to_login(request)

        return waiting

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return view(request, *args, **kwargs) if request.user.is_authenticated else to_login(request)

    return guarded


def to_login(request: HttpRequest) -> HttpResponse:
    """Only a page that was being read is worth coming back to: a form would be gone."""
    response = redirect("teacher:login")
    if request.method == "GET":
        response["Location"] += f"?{urlencode({'suite': request.get_full_path()})}"
    return response


def own_classroom(request: HttpRequest, code: str) -> Classroom:
    """Raises Http404 when this teacher has no such class."""
    return get_object_or_404(Classroom, code=code, teacher=request.user)


def own_pupil(request: HttpRequest, key: str) -> Pupil:
    """Raises Http404 when no pupil of this teacher has this key. Its `classroom` is read with it."""
    return get_object_or_404(Pupil.objects.select_related("classroom"), key=key, classroom__teacher=request.user)
