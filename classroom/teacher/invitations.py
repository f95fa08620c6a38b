"""One-time links: becoming a teacher here, choosing a new password, inviting a colleague."""

from http import HTTPStatus

from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from classroom.gates.invitations import LASTS, NameTaken, accept, invitation_for, invite, link_to
from classroom.gates.teachers import teachers_only
from classroom.models import Invitation
from classroom.serving.addresses import pupils_address
from classroom.teacher.forms import NewPassword, Welcome

TAKEN = "Ce nom est déjà pris ici : choisissez-en un autre."


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    invitation = invitation_for(token)
    if invitation is None:
        return render(request, "classroom/teacher/used_link.html", status=HTTPStatus.GONE)
    form = form_for(request, invitation)
    if request.method == "POST" and form.is_valid():
        try:
            teacher = accept(invitation, form.cleaned_data.get("name", ""), form.cleaned_data["password"])
        except NameTaken:
            form.add_error("name", TAKEN)
        else:
            auth.login(request, teacher, backend="django.contrib.auth.backends.ModelBackend")
            return redirect("teacher:home" if invitation.teacher else "teacher:new_class")
    context = {"form": form, "teacher": invitation.teacher}
    return render(request, "classroom/teacher/welcome.html", context)


def form_for(request: HttpRequest, invitation: Invitation):
    """A colleague chooses a name; who forgot a password keeps theirs."""
    if invitation.teacher:
        return NewPassword(request.POST or None, teacher=invitation.teacher)
    return Welcome(request.POST or None)


@teachers_only
@require_POST
def colleague(request: HttpRequest) -> HttpResponse:
    """Shown once, on the page that answers: it cannot be read again."""
    link = link_to(f"{request.scheme}://{pupils_address(request)}", invite())
    messages.success(request, "Le lien est prêt. Il ne sera plus affiché : copiez-le maintenant.")
    return render(request, "classroom/teacher/colleague.html", {"link": link, "days": LASTS.days})
