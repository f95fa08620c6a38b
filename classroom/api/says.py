"""The sentences of the lesson page's requests, when something must be said: what happened, what to do next."""

from http import HTTPStatus

from django.http import JsonResponse

from autograder.typography import french

SAYINGS = {
    "not_understood": (
        HTTPStatus.BAD_REQUEST,
        "Je n’ai pas compris cette demande.",
        "Recharge la page, puis recommence : ton travail est gardé.",
    ),
    "unknown_cell": (
        HTTPStatus.BAD_REQUEST,
        "Cette case n’est pas à remplir.",
        "Recharge la page, puis recommence : ton travail est gardé.",
    ),
    "key_taken": (
        HTTPStatus.BAD_REQUEST,
        "Cette demande a déjà servi.",
        "Appuie encore une fois sur « Vérifier ».",
    ),
    "cell_too_long": (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Cette case est trop longue pour être enregistrée.",
        "Garde moins de 100 000 caractères : une boucle a-t-elle tout recopié ?",
    ),
    "too_many_cells": (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Il y a trop de cases à enregistrer d’un coup.",
        "Recharge la page, puis recommence.",
    ),
    "memory_too_big": (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Ton modèle est trop gros pour être gardé ici.",
        "Tu peux continuer : il reste dans cette page.",
    ),
    "locked": (
        HTTPStatus.NOT_FOUND,
        "Cette leçon n’est pas encore ouverte.",
        "Reviens à ton parcours : tu verras ce qu’il manque.",
    ),
    "not_found": (
        HTTPStatus.NOT_FOUND,
        "Cette page n’existe pas, ou n’est pas à toi.",
        "Reviens à ton parcours : rien n’est perdu.",
    ),
    "no_hint": (
        HTTPStatus.NOT_FOUND,
        "Il n’y a pas d’autre indice ici.",
        "Relis la consigne, ou lève la main : ton professeur viendra.",
    ),
    "hasty": (
        HTTPStatus.TOO_MANY_REQUESTS,
        "Tu vas très vite !",
        "Prends une minute pour relire le message, puis appuie encore sur « Vérifier ».",
    ),
}


def say(name: str) -> JsonResponse:
    status, title, advice = SAYINGS[name]
    return JsonResponse({"error": name, "title": french(title), "advice": french(advice)}, status=status)


class Refused(Exception):
    """A request that cannot be answered; `name` is one of SAYINGS."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name
