"""What teachers type, checked."""

from django import forms
from django.contrib.auth.models import AbstractUser, User
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password

from autograder.feedback.typography import clean
from classroom.road.openings import HIGHEST, LOWEST

LONGEST_PASSWORD = 128
AGAIN = "Les deux mots de passe ne sont pas les mêmes."


def text(label: str, longest: int, help_text: str = "", **attributes: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "input", **attributes})
    return forms.CharField(label=label, max_length=longest, help_text=help_text, widget=widget)


def secret(label: str, use: str, help_text: str = "") -> forms.CharField:
    """use: « current-password » or « new-password », for the browser's keyring."""
    widget = forms.PasswordInput(attrs={"class": "input", "autocomplete": use})
    return forms.CharField(label=label, max_length=LONGEST_PASSWORD, strip=False, widget=widget, help_text=help_text)


class NewPassword(forms.Form):
    """A password typed twice, by `teacher`: it must not look like the name."""

    password = secret("Mot de passe", "new-password", " ".join(password_validators_help_texts()[1:2]))
    again = secret("Le même mot de passe, une seconde fois", "new-password")

    def __init__(self, *args, teacher: AbstractUser | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.teacher = teacher

    def clean(self) -> dict:
        values = super().clean()
        password, again = values.get("password"), values.get("again")
        if password and again and password != again:
            self.add_error("again", AGAIN)
        elif password:
            try:
                validate_password(password, self.teacher or User(username=values.get("name", "")))
            except forms.ValidationError as problem:
                self.add_error("password", problem)
        return values


class Welcome(NewPassword):
    name = text("Votre nom ici", 40, "Pour vous connecter : « mme martin », « anne »…", autocomplete="username")
    field_order = ("name", "password", "again")

    def clean_name(self) -> str:
        name = " ".join(clean(self.cleaned_data["name"]).split())
        if len(name) < 2:
            raise forms.ValidationError("Choisissez un nom de deux caractères au moins.")
        return name


class ChangePassword(NewPassword):
    current = secret("Mot de passe actuel", "current-password")
    field_order = ("current", "password", "again")

    def clean_current(self) -> str:
        if not self.teacher.check_password(self.cleaned_data["current"]):
            raise forms.ValidationError("Ce n’est pas votre mot de passe actuel.")
        return self.cleaned_data["current"]


class Login(forms.Form):
    name = text("Votre nom", 150, autocomplete="username")
    password = secret("Mot de passe", "current-password")


class ClassName(forms.Form):
    name = text("Nom de la classe", 60, "Celui que vos élèves connaissent : « 5e B », « Club du jeudi ».")

    def clean_name(self) -> str:
        name = " ".join(clean(self.cleaned_data["name"]).split())
        if not name:
            raise forms.ValidationError("Écrivez un nom.")
        return name


class Threshold(forms.Form):
    percent = forms.IntegerField(
        label="Part des points qui ouvre la leçon suivante, en %",
        min_value=LOWEST,
        max_value=HIGHEST,
        widget=forms.NumberInput(attrs={"class": "input short", "step": 5}),
    )
