"""The sentences of the command `python -m engine`, in French, together.

Does: hold them.
Does not: choose which to say (see __main__.py).
"""

TITLE = "Le moteur du cours : un petit modèle de langage qui invente des prénoms."
HELP = {
    "help": "montre cette aide",
    "train": "apprend à partir de la liste de prénoms et enregistre le modèle",
    "generate": "invente des prénoms avec un modèle enregistré",
    "file": "le fichier du modèle (par défaut : modele.json)",
    "steps": "le nombre de pas (par défaut : 1000)",
    "rate": "la vitesse d’apprentissage (par défaut : 0,01)",
    "seed": "la graine du hasard : la même graine donne le même résultat (par défaut : 42)",
    "width": "le nombre de notes par lettre, un multiple du nombre de têtes (par défaut : 16)",
    "heads": "le nombre de têtes d’attention (par défaut : 4)",
    "layers": "le nombre d’étages (par défaut : 1)",
    "dropout": "la part du modèle cachée au hasard, de 0 à 0,9 (par défaut : 0)",
    "gpt2": "l’architecture de GPT-2 au lieu de celle de microgpt",
    "accents": "les prénoms avec leurs accents",
    "backend": "qui calcule : python, numpy ou torch (par défaut : python)",
    "resume": "continue l’entraînement du modèle enregistré",
    "count": "combien de prénoms (par défaut : 10)",
    "heat": "la température : petite, le modèle est sage ; grande, il est fou (par défaut : 0,8)",
    "keep": "ne choisit que parmi les k meilleures lettres",
    "start": "les premières lettres de chaque prénom",
}
ABOUT_NAMES = (
    "{learned} prénoms pour apprendre, {unseen} mis de côté pour juger, {weights} réglages. Ctrl+C pour arrêter."
)
STATUS = "pas {step} sur {steps}   perte moyenne {loss}   {samples}"
INTERRUPTED = "Arrêt au pas {step}. Le modèle est enregistré dans {file}."
GO_ON = "Pour continuer : python -m engine train --reprendre --fichier {file}"
FINISHED = """Terminé : le modèle est enregistré dans {file}.
Sur les prénoms jamais vus, sa perte est de {loss} (au hasard : {chance})."""
ALREADY_FINISHED = "Ce modèle a déjà fait ses {steps} pas. Pour aller plus loin : --pas {more}"
NOT_UNDERSTOOD = "Je n’ai pas compris la commande : {why}. Pour voir l’aide : python -m engine --aide"
UNKNOWN_OPTION = "« {option} » n’est pas une option"
NOT_A_NUMBER = "« {text} » n’est pas un nombre qui convient"
NOT_A_MULTIPLE = "« --taille {width} » ne se partage pas entre {heads} têtes"
NOT_A_BACKEND = "« {text} » n’est pas python, numpy ou torch"
MISSING_VALUE = "il manque quelque chose après la dernière option, ou la commande n’existe pas"
NO_MODEL = "Il n’y a pas de modèle dans {file}. Pour en entraîner un : python -m engine train"
NOT_INSTALLED = "{name} n’est pas installé : essaie --moteur python, qui n’a besoin de rien."
CANNOT = "Ce n’est pas possible : {why}"
