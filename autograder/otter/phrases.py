"""What the otter bridge says. Pupils are told « tu », teachers « vous ». Plain spaces: see typography.french."""

# ---------- to the pupil, on Gradescope ----------
UNREADABLE = (
    "Je n'ai pas réussi à lire ton carnet, alors il n'a pas encore de points. "
    "Ouvre-le dans Jupyter, enregistre-le (Ctrl + S), puis dépose-le à nouveau."
)
NOTHING = (
    "Je n'ai pas trouvé de carnet dans ce que tu as déposé. "
    "Dépose le fichier dont le nom finit par .ipynb : c'est ton carnet."
)
FAULT = "Le correcteur a un souci : ce n'est pas ta faute. Préviens ton professeur, il peut relancer la correction."
NOT_GRADED = "Pas encore corrigé."
SEVERAL = "Tu as déposé plusieurs carnets : j'ai corrigé {name}."
OTHER_LESSON = "Ce carnet est celui de {other}. Ici, on rend {lesson} : vérifie le fichier que tu déposes."
EXAMPLE = "Pour {call}, tu donnes {got} ; on attend {expected}."
HINT = "Une idée : {hint}"
BADGE = "Badge gagné : « {title} ». {proves}"
BONUS = "bonus ★"
FREE_TEXT = "Ton professeur lira ta réponse à la question libre."

# ---------- to the teacher ----------
FOR_TEACHER = "Pour le professeur"
PARTIAL = (
    "Isolation : PARTIELLE. Les verrous de Linux manquent dans ce conteneur. Le mur WebAssembly tient : "
    "le code de l'élève n'a ni fichier, ni réseau, ni processus."
)
BUILT_NOW = (
    "Le bac à sable manquait : il vient d'être construit, ce qui a pris environ une minute. "
    "Si cela revient à chaque copie, refaites l'image du devoir : setup.sh n'est pas allé au bout."
)
REASON = "Carnet non lu. {reason}"
FAILED = "Souci du correcteur, pas de l'élève : cette copie n'est pas corrigée. Relancez la correction. Détail :"
FAILED_ITEM = "{place} : souci du correcteur, pas de l'élève. Relancez la correction de cette copie."
MISCONCEPTION = "{place} : cette copie est de celles qui {group}. À dire : {say}"
BY_HAND = "{title}, à noter à la main : {points}"
NO_WORDS = "(Pas encore de réponse.)"
ALL_WELL = "Rien à signaler."

# ---------- in the pupil's folder ----------
HAND_IN = (
    "## Pour rendre ton travail\n\n"
    "Enregistre ton carnet (Ctrl + S), puis dépose ce fichier, `{file}`, là où ton professeur te l'a demandé."
)

# ---------- in the zip ----------
WITHOUT_PLUGIN = "Ce zip corrige avec le greffon Tuto LLM, qui n'a pas été appelé : gardez otter_config.json tel quel."

# ---------- on the terminal ----------
NOT_RELEASED = "Il manque release/{lesson}/. Lancez d'abord : python3 start.py build"
NO_OTTER = "otter-grader n'est pas installé ici. Lancez d'abord : python3 start.py build"
WRITTEN = "Écrit : {folder} – à donner aux élèves : eleve/, à déposer sur Gradescope : autograder.zip ({points})"
POINTS = "{points}, plus {by_hand} à la main"
