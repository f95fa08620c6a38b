"""The teacher's classes: the list, a new one, its name, its end."""

from django.contrib import messages
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from classroom.gates.secret_words import new_code
from classroom.gates.teachers import own_classroom, teachers_only
from classroom.models import Classroom
from classroom.roster.purge import amount_of_class
from classroom.serving.addresses import pupils_address
from classroom.teacher.forms import ClassName

NOT_THE_NAME = "Ce n’est pas le nom de la classe : rien n’a été effacé."


@teachers_only
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    classes = request.user.classrooms.annotate(size=Count("pupils"), seen_at=Max("pupils__seen_at")).order_by("name")
    context = {"classes": classes, "address": pupils_address(request)}
    return render(request, "classroom/teacher/home.html", context)


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def new_class(request: HttpRequest) -> HttpResponse:
    form = ClassName(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = Classroom.objects.create(code=new_code(), teacher=request.user, name=form.cleaned_data["name"])
        messages.success(request, f"La classe {made.name} est créée, avec le code {made.code}.")
        return redirect("teacher:roster", made.code)
    is_first = not request.user.classrooms.exists()
    return render(request, "classroom/teacher/new_class.html", {"form": form, "is_first": is_first})


@teachers_only
@require_POST
def rename(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    form = ClassName(request.POST)
    if form.is_valid():
        classroom.name = form.cleaned_data["name"]
        classroom.save(update_fields=["name"])
        messages.success(request, f"La classe s’appelle maintenant {classroom.name}.")
    else:
        messages.warning(request, "Écrivez un nom de 60 caractères au plus.")
    return redirect("teacher:settings", code)


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    if request.method == "POST":
        if is_name_of(classroom, request.POST.get("name", "")):
            classroom.delete()
            messages.success(request, f"La classe {classroom.name} et tout son travail sont effacés.")
            return redirect("teacher:home")
        messages.warning(request, NOT_THE_NAME)
    context = {"classroom": classroom, "tab": "reglages", "amount": amount_of_class(classroom)}
    return render(request, "classroom/teacher/delete_class.html", context)


def is_name_of(classroom: Classroom, typed: str) -> bool:
    return " ".join(typed.split()).casefold() == classroom.name.casefold()
