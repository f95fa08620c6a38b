"""Coming in with a name and a password, going out, changing the password."""

from http import HTTPStatus

from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from classroom.gates.invitations import teacher_named
from classroom.gates.patience import Door, knock, network_of, welcome
from classroom.gates.teachers import teachers_only
from classroom.teacher.forms import ChangePassword, Login

UNKNOWN = "Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez les majuscules du mot de passe."
WAIT = (
    "Plusieurs mots de passe n’étaient pas les bons : attendez {seconds} s avant le prochain. "
    "Cette attente empêche quelqu’un de deviner le vôtre."
)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("teacher:home")
    form = Login(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        doors = doors_of(request, form.cleaned_data["name"])
        if seconds := knock(doors):
            form.add_error(None, WAIT.format(seconds=seconds))
            status = HTTPStatus.TOO_MANY_REQUESTS
        elif teacher := known(request, **form.cleaned_data):
            welcome(doors)
            auth.login(request, teacher)
            return redirect(next_page(request))
        else:
            form.add_error(None, UNKNOWN)
    context = {"form": form, "next": request.POST.get("suite", request.GET.get("suite", ""))}
    return render(request, "classroom/teacher/login.html", context, status=status)


def doors_of(request: HttpRequest, name: str) -> tuple[Door, ...]:
    """The wait for a name is short: a pupil who guesses must not keep the teacher out."""
    address = network_of(request.META.get("REMOTE_ADDR", ""))
    return (
        Door(f"professeur {name.strip().casefold()[:80]}", free=5, longest=30),
        Door(f"professeur depuis {address}", free=10, longest=300),
    )


def known(request: HttpRequest, name: str, password: str):
    """The teacher, or None. A name that does not exist takes as long as one that does."""
    teacher = teacher_named(name)
    return auth.authenticate(request, username=teacher.get_username() if teacher else name, password=password)


def next_page(request: HttpRequest) -> str:
    """Where the teacher was going, when that is one of our own pages."""
    wanted = request.POST.get("suite", "")
    ours = wanted.startswith("/prof/") and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if ours else "teacher:home"


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return redirect("teacher:login")


@teachers_only
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    form = ChangePassword(request.POST or None, teacher=request.user)
    if request.method == "POST" and form.is_valid():
        request.user.set_password(form.cleaned_data["password"])
        request.user.save()
        auth.update_session_auth_hash(request, request.user)  # other browsers must sign in again, not this one
        messages.success(request, "Votre mot de passe est changé. Vos autres appareils devront se reconnecter.")
        return redirect("teacher:account")
    return render(request, "classroom/teacher/account.html", {"form": form})
