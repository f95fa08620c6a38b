"""What runs beside the pupil: checks that explain, drawings of the pupil's own numbers, live training.

Standard library only; Jupyter Notebook 7, JupyterLab, Pyodide and plain Python. It imports nothing of ours, but the
class's judge where it is installed. Reads in this order:

    typographie, valeurs                     text and values, as a pupil writes them
    affichage                                cards, keys and pictures: HTML in Jupyter, text elsewhere
    barres_et_courbes, cartes_et_grilles     the pupil's own numbers, drawn
    erreurs                                  Python's errors in French
    fiche, memoire, historique, seance       what is known of the lesson, of yesterday, of this kernel
    essais, secours                          try a function without a traceback; explain a cell that stops
    exemples, classe, resultat, verification the check: public examples, the class's judge, what is shown
    debut, reprise                           begin a lesson; begin an exercise or the whole lesson again
    entrainement, prenoms, lecon_N           train, read the names, and each lesson's own demos
"""

from tuto.affichage import affiche, cadre, carte, dessins, image, touche
from tuto.barres_et_courbes import barres, courbe
from tuto.cartes_et_grilles import carte_2d, grille, prenoms_cles
from tuto.debut import commence
from tuto.entrainement import Courbe, entraine
from tuto.essais import essaie, montre, ou_pretee, prete
from tuto.memoire import enregistre, retrouve
from tuto.prenoms import lis_prenoms
from tuto.reprise import recommence
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
    "recommence",
    "retrouve",
    "touche",
    "verifie",
    "virgule",
]
