"""The notebooks speak of Jupyter's keys and cells; this page has buttons. What it says instead, sentence by sentence.

A notebook stays right in Jupyter, and right here. A test fails when a sentence on the left is in no notebook any more.
"""

from autograder.typography import french

WHOLE_CELLS = {  # cell id: the whole text
    "executer": (
        "Sous chaque case de code, le bouton **Exécuter** la lance. Avec le clavier : **Maj + Entrée**.\n\n"
        "Tu reviens après une pause ? Continue où tu en étais. La page refait toute seule les cases du dessus "
        "dont elle a besoin."
    ),
    "quiz": "## Le petit quiz\n\nChoisis ta réponse, puis vérifie. Tu peux changer d’avis autant que tu veux.",
}

SENTENCES = (  # (Jupyter's, ours)
    ("Juste en dessous, la case **Vérifier** essaie ta réponse.", "Le bouton **Vérifier** essaie ta réponse."),
    ("À chaque nouvel essai, Point te donne un indice de plus.", "Si tu hésites, demande un indice à Point."),
    ("Double-clique sur la case juste en dessous pour écrire.", "Écris sur la page. Ton professeur la lira."),
    ("Exécute la case sans la lire : tu l’ouvriras", "Laisse-la fermée : tu l’ouvriras"),
    ("Exécute la case. Tu peux la lire, rien", "Tu peux ouvrir la case, rien"),
    ("Le bouton **■** arrête tout", "Le bouton **Arrêter** arrête tout"),
    ("Exécute la case, sans t’arrêter sur la formule.", "Tu peux ouvrir la case, sans t’arrêter sur la formule."),
    (
        "La page s’ouvre avec le lien, et elle s’imprime.",
        "Ensuite, ton diplôme t’attend au bout de ton parcours, prêt à imprimer.",
    ),
    (" Exécute cette case (Maj + Entrée) : tu n’as pas besoin de la lire.", ""),
    (" Exécute cette case.", ""),
    (" : exécute cette case.", "."),
)


def for_this_page(cell: str, text: str) -> str:
    """The text of a cell, in this page's words."""
    if cell in WHOLE_CELLS:
        return french(WHOLE_CELLS[cell])
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    for theirs, ours in SENTENCES:
        if theirs in plain:
            text = plain = french(plain.replace(theirs, ours))
            plain = plain.replace("\u00a0", " ").replace("\u202f", " ")
    return text
