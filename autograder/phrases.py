"""What the judge says to a pupil when no misconception fits. Plain spaces: typography.french is applied at the end."""

PASSED = "C'est juste !"
BLANK = "À toi de jouer : remplace les `____`."
BLANKS_LEFT_ONE = "Tu as commencé, bravo ! Il reste un trou à remplir : cherche `____`."
BLANKS_LEFT = "Tu as commencé, bravo ! Il reste {count} trous à remplir : cherche les `____`."
NO_CELL = "Je ne trouve pas cette case dans ton carnet. Reprends-la dans le carnet de départ."
EMPTY_CELL = "La case est vide. Reprends le texte à trous dans le carnet de départ."
TOO_LONG = "Cette case contient {count} caractères : c'est trop pour le correcteur. Garde seulement ta réponse."

NO_FUNCTION = (
    "Je ne trouve pas la fonction `{name}`. Garde la première ligne comme dans la consigne : `def {name}(…):`."
)
NOT_A_FUNCTION = "`{name}` doit être une fonction : garde la première ligne, `def {name}(…):`."

CPU = "Ton code tourne encore… une boucle sans fin ? Quelque chose doit changer à chaque tour."
CPU_LINE = "Ligne {line} : ton code tourne encore… une boucle sans fin ? Quelque chose doit changer à chaque tour."
MEMORY = "Ton code demande trop de mémoire. Une liste ou un texte grandit-il sans fin ?"
EXIT = "Ton code arrête Python tout entier. Enlève la ligne qui fait cela."
CRASH = "Ton code a fait tomber Python. Une fonction s'appelle-t-elle elle-même sans fin ?"
TOO_BIG = "Ta réponse est bien trop grande. Que se passe-t-il à chaque tour de ta boucle ?"
TAMPERED = "Le correcteur n'a pas pu lire la réponse de ton code. Garde seulement la fonction demandée."
GRADER = "Le correcteur a un souci : ce n'est pas ta faute. Préviens ton professeur."

PRINTS = "Ta fonction affiche la réponse avec print. Pour la donner au programme, écris `return`."
NO_RETURN = "Ta fonction calcule, mais elle ne renvoie rien : il manque sûrement `return` à la fin."
SOMETIMES_NOTHING = "Parfois, ta fonction ne renvoie rien. Vérifie que chaque chemin finit par un `return`."
DOTS = "Il reste un trou à remplir : les trois points `...` sont un trou, eux aussi."
PARENTHESES = "Tu renvoies une fonction au lieu de sa réponse : il manque des parenthèses `()` après son nom."
WRAP_LIST = "Tu renvoies une recette pas encore faite. Entoure-la de `list(...)`."
UNKNOWN_TYPE = "Ta réponse est d'un type que je ne sais pas lire (`{type}`). On attend {want}."
REMEMBERS = (
    "Avec les mêmes entrées, ta fonction change de réponse : elle se souvient de la fois d'avant. "
    "Crée tes boîtes DANS la fonction."
)
DAMAGES = "Ta fonction abîme ce qu'on lui a prêté. Crée un nouveau résultat, comme une photocopie, et écris dessus."
LEAVES_INTACT = "Ta fonction doit changer pour de vrai ce qu'on lui donne. Elle n'a travaillé que sur une copie."
TWINS = "Plusieurs lignes de ta réponse sont en fait la même ligne. Crée une nouvelle ligne à chaque tour."
DECIMAL_COMMA = "Tu as écrit un nombre avec une virgule. En Python, c'est un point : `0.5`."
QUOTED_NUMBER = "Ta réponse est un texte (avec des guillemets). On attend un nombre : enlève les guillemets."
WRONG_TYPE = "On attend {want}, et ta fonction renvoie {got}."
WRONG_TYPE_INSIDE = "Dans ta réponse, on attend {want}, et il y a {got}."
TRUTH = "Ta fonction répond vrai ou faux (`True`, `False`). On attend {want}."
TOO_SHORT_ONE = (
    "Ta réponse a {got} éléments, on en attend {want} : il en manque un. Ta boucle s'arrête un tour trop tôt ?"
)
TOO_LONG_ONE = "Ta réponse a {got} éléments, on en attend {want} : il y en a un de trop. Un tour de boucle en trop ?"
LENGTH = "Ta réponse a {got} éléments, on en attend {want}."
MISSING_KEYS = "Il manque {keys} dans ton dictionnaire."
EXTRA_KEYS = "Ton dictionnaire contient en trop : {keys}."
NOT_A_NUMBER = "Ton calcul a débordé (nan ou inf). Affiche les valeurs avant la dernière ligne."
SUM_NOT_ONE = "Tes parts font {total} au total au lieu de 1 : par quoi as-tu divisé ?"
SAME_EVERY_TIME = "Ta fonction donne toujours la même réponse. Elle doit se servir de ses entrées."
RETURNS_INPUT = "Ta fonction renvoie son entrée telle quelle. Que faut-il en faire ?"
OPPOSITE = "Tous tes nombres ont la bonne taille mais le mauvais signe : cherche un moins."
RATIO_BIG = "Tous tes nombres sont {ratio} fois trop grands : une multiplication (ou une division) de trop."
RATIO_SMALL = "Tous tes nombres sont {ratio} fois trop petits : une multiplication (ou une division) de trop."
SHIFTED = "Tous tes nombres ont le même écart avec les bons : {shift}. Cherche un nombre en trop ou oublié."
ROUNDED = "Tes nombres sont arrondis. Garde tous les chiffres."
REVERSED = "Tout est là, mais à l'envers."
ORDER = "Tu as les bons éléments, mais pas dans le bon ordre."
LETTER_CASE = "Presque ! Regarde les majuscules et les minuscules."
SPACES = "Presque ! Regarde les espaces."
SOMETIMES = "Ta fonction donne souvent la bonne réponse, mais pas toujours. Regarde l'exemple."
VALUE = "Ta fonction tourne, mais sa réponse n'est pas celle qu'on attend. Regarde l'exemple."

QUIZ_KEYS = "Réponds par une seule lettre entre guillemets : {keys}."
QUIZ_RIGHT = "C'est juste ! {reason}"

UNREADABLE = {
    "missing": "Je ne trouve pas ce fichier.",
    "too_big": "Ce fichier pèse {size} Mo (limite : {limit} Mo). Effacez les sorties dans Jupyter, puis réessayez.",
    "too_complex": "Ce carnet contient trop de morceaux pour être lu sans risque. Effacez les sorties dans Jupyter.",
    "not_json": "Ce fichier est abîmé ou incomplet : ce n'est pas un carnet Jupyter entier. Demandez-le à nouveau.",
    "not_notebook": "Ce fichier n'est pas un carnet Jupyter.",
    "no_cells": "Ce carnet ne contient aucune cellule.",
    "denied": "Je n'ai pas le droit de lire ce fichier.",
    "link": "C'est un lien vers un autre fichier, pas un carnet. Demandez à l'élève le carnet lui-même.",
    "other_file": "Ce fichier n'est pas un carnet (.ipynb). Demandez à l'élève le carnet lui-même.",
    "archive": "C'est une archive : je ne l'ouvre pas. Extrayez ses carnets ici, puis recommencez.",
    "folder_empty": "Il n'y a aucun carnet (.ipynb) dans ce dossier. Demandez-le à l'élève.",
    "folder_denied": "Je n'ai pas le droit de lire tout ce dossier.",
    "folder_link": "C'est un lien vers un autre dossier : je ne le suis pas. Demandez à l'élève le carnet lui-même.",
    "unknown_lesson": "Je ne reconnais aucune leçon du cours dans ce carnet. Précisez-la avec --lesson.",
    "other_lesson": (
        "C'est le carnet de la leçon « {other} », et on attend ici « {lesson} ». Demandez le bon carnet à l'élève."
    ),
    "lesson_not_written": "La leçon « {lesson} » n'a pas encore d'exercices.",
}
UNJUDGED = "{pupil} : le correcteur n'a pas pu juger {names}. Ce n'est pas la faute de l'élève : recommencez pour lui."
NAMESAKES = (
    "Plusieurs carnets semblaient être de « {pupil} » : je les ai distingués par leur dossier ou leur nom. "
    "Vérifiez à qui ils sont : {names}."
)
OLDER = "Cet élève a rendu deux fois cette leçon : j'ai gardé seulement le carnet le plus récent, « {kept} »."
NOTE_TWICE = "La case `{name}` est là {count} fois : j'ai pris la dernière version remplie."
NOTE_LABEL = "La case `{name}` avait perdu son étiquette : je l'ai reconnue à sa fonction."
NOTE_TEXT_CELL = "La case `{name}` est devenue du texte : je l'ai lue comme du code."
NOTE_SPLIT = "La case `{name}` était coupée en morceaux : je l'ai recollée."
NOTE_SCRATCH = "Le code à côté de la case `{name}` bloquait : j'ai regardé seulement la fonction."
PARTIAL_ISOLATION = (
    "Isolation : PARTIELLE ({mechanisms}). Les verrous de Linux manquent, alors je ne corrige pas. "
    "Mettez le système à jour, ou acceptez le risque avec --isolation-partielle."
)
