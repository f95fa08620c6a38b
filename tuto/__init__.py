"""What runs beside the pupil: checks that explain, drawings of the pupil's own numbers, live training.

Standard library only; Jupyter Notebook 7, JupyterLab, Pyodide and plain Python. Reads in this order: typographie ->
affichage -> erreurs, memoire, fiche -> seance -> essais -> barres_et_courbes, cartes_et_grilles, prenoms,
entrainement -> verification -> lecon_N. It imports nothing of ours, but the class's judge where it is installed.
"""

from tuto.affichage import affiche, cadre, carte, dessins, image, touche
from tuto.barres_et_courbes import barres, courbe
from tuto.cartes_et_grilles import carte_2d, grille, prenoms_cles
from tuto.entrainement import Courbe, entraine
from tuto.essais import essaie, montre, ou_pretee, prete
from tuto.memoire import enregistre, retrouve
from tuto.prenoms import lis_prenoms
from tuto.seance import commence
from tuto.typographie import ecrit, virgule
from tuto.verification import verifie

__all__ = [
    "Courbe",
    "affiche",
    "barres",
    "cadre",
    "carte",
    "carte_2d",
    "commence",
    "courbe",
    "dessins",
    "ecrit",
    "enregistre",
    "entraine",
    "essaie",
    "grille",
    "image",
    "lis_prenoms",
    "montre",
    "ou_pretee",
    "prenoms_cles",
    "prete",
    "retrouve",
    "touche",
    "verifie",
    "virgule",
]
