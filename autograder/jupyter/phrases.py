"""What is said in the terminal, to who learns and to who writes the lessons. Plain spaces: `said` puts the others."""

from typing import Any

from autograder.typography import french

# tuto jupyter
STATE = "Leçons ouvertes : {open} sur {all}, dans {folder}"
NEW = "  Nouvelle leçon : {title}"
CHANGED = (
    "  La leçon {name} a changé depuis que vous l'avez ouverte. Votre version de {files} reste en place.\n"
    "  Pour prendre la nouvelle, en gardant l'ancienne : python3 start.py recommencer {name}"
)
NOT_RELEASED = "La leçon {lesson} n'est pas encore dans release/. Lancez : python3 start.py build"
NOT_WRITTEN = "Impossible d'écrire {path} : {why}. {advice}"
MAKE_ROOM = "Libérez de la place, puis relancez."
OTHER_FOLDER = "Choisissez un autre dossier : --dossier"
MEND = "Réglez cela, puis relancez."

# the server
OPENED = """\
Jupyter est ouvert à cette adresse :
    {address}
{browser}Pour arrêter : enregistrez, puis tapez Ctrl + C dans cette fenêtre."""
ALONE = "Le navigateur s'ouvre tout seul ; sinon, copiez-y cette adresse.\n"
STOPPED = "Jupyter est arrêté. Tout ce qui était enregistré est gardé."
BUSY = "Le port {port} est déjà pris. Fermez l'autre programme, ou choisissez-en un autre : --port {other}"
NOT_HELD = (
    "Jupyter n'a pas pu prendre le port {port} : un autre programme l'a, ou il est réservé à l'administrateur. "
    "Choisissez-en un autre : --port {other}"
)
JUST_TAKEN = "Un autre programme vient de prendre le port que Jupyter avait choisi. Relancez la même commande."
MISSING = "Jupyter n'est pas installé ici. Lancez : python3 start.py jupyter"

# tuto recommencer
NO_LESSON = "Je ne trouve pas la leçon {word}. Leçons ouvertes : {names}"
NOT_OPEN = "La leçon {lesson} n'est pas encore ouverte dans {folder}. Leçons ouvertes : {names}"
NONE_OPEN = "Je ne trouve aucune leçon ouverte dans {folder}. Ouvrez d'abord la première : python3 start.py jupyter"
NO_EXERCISE = "La leçon {lesson} n'a pas d'exercice {name}. Les siens : {names}"
EXERCISE_AGAIN = "L'exercice {name} est comme au départ."
LESSON_AGAIN = "La leçon {name} est comme au départ."
RELOAD = "Si le cahier est ouvert, rechargez la page (F5) sans enregistrer."
KEPT = "Votre cahier d'avant : {copy}"
NOT_READ = "Le cahier {path} ne se lit plus. Reprenez la leçon entière : python3 start.py recommencer {lesson}"


def said(sentence: str, **words: Any) -> str:
    """With French typography; what fills the blanks, such as a folder's name, is left as it is."""
    return french(sentence).format(**words)
