"""Who is asking: the pupil of this session, if any."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from classroom.gates.doors import Passage
from classroom.models import Pupil

PAGE_OF = "X-Tuto-Pupil"  # a lesson page says whose it is: it may outlive the session, and another pupil come in
KEPT = "pupil"  # in the session: [the pupil's key, the version of its secret words]


def let_in(request: HttpRequest, pupil: Pupil) -> None:
    """Open a session for this pupil, with a fresh session key."""
    request.session.cycle_key()
    request.session[KEPT] = [pupil.key, pupil.secret_version]


def pupil_of(request: HttpRequest) -> Pupil | None:
    """New secret words close the sessions that were opened with the old ones.

    `memory`, which may be long, is read when it is asked for.
    """
    key, version = request.session.get(KEPT, (None, None))
    if key is None:
        return None
    found = Pupil.objects.select_related("classroom").defer("memory").filter(key=key, secret_version=version)
    return found.first()


class CurrentPupil(Passage):
    """Gives every request its `pupil`, looked up when first asked; falsy when there is none."""

    def before(self, request: HttpRequest) -> None:
        request.pupil = SimpleLazyObject(lambda: pupil_of(request))


def pupils_only(view: Callable) -> Callable:
    """A view for a pupil who has come in; others are sent to the door, and the lesson page is told so in JSON."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.pupil and request.headers.get(PAGE_OF, request.pupil.key) == request.pupil.key:
            return view(request, *args, **kwargs)
        if request.path.startswith("/api/"):
            return JsonResponse(
                {
                    "error": "expired",
                    "title": "Il faut entrer de nouveau.",
                    "advice": "Reprends ta carte : ton travail est gardé dans cette page, puis dans la classe.",
                },
                status=401,
            )
        return redirect("pupil:door")

    return guarded
