"""What is said to an author. Plain spaces: typography.french is applied at the end."""

UNFINISHED = "À ÉCRIRE"  # what skeletons hold until their author has replaced it

ONE_PROBLEM = "Le cours n'est pas prêt : 1 chose à régler. Rien n'a été préparé."
PROBLEMS = "Le cours n'est pas prêt : {count} choses à régler. Rien n'a été préparé."
LEFT = "il reste à écrire : {what}"

# a course that cannot be imported
SYNTAX = "Python ne peut pas lire cette ligne ({detail}) : `{code}`. Corrigez-la, puis relancez."
INDENTED = "les décalages (espaces en début de ligne) ne vont pas : `{code}`. Corrigez-les, puis relancez."
MISSING_FIELDS = "il manque {names} à {what}(…). Ajoutez-les : `autograder/exercise.py` dit ce que chacun veut dire."
MISSING_FIELD = "il manque {names} à {what}(…). Ajoutez-le : `autograder/exercise.py` dit ce qu'il veut dire."
UNKNOWN_FIELD = "{what}(…) ne connaît pas `{name}`. Les noms possibles sont dans `autograder/exercise.py`."
TOO_MANY_FIELDS = (
    "{what}(…) a reçu trop de valeurs à la suite, ou des valeurs sans leur nom. "
    "Comptez les virgules ; `autograder/exercise.py` dit ce qu'il attend."
)
NO_NAME = "le nom `{name}` n'existe pas ici. Est-il bien écrit, défini plus haut, ou importé ?"
NO_MODULE = "le module `{name}` n'existe pas. Est-il bien écrit ? Son fichier est-il à sa place ?"
NO_IMPORT = "`{name}` ne se trouve pas dans `{module}`. Est-il bien écrit des deux côtés ?"
BROKEN = "Python s'arrête sur cette ligne ({kind} : {detail}). Corrigez-la, puis relancez."

# the shape of a definition
NOT_A_TUPLE = "`{field}` doit être un tuple : des parenthèses, et une virgule après chaque élément, même seul."
NOT_A_LESSON = "un élément de LESSONS n'est pas une leçon (Lesson), mais {kind}."
NOT_AN_EXERCISE = "`{field}` contient {kind} au lieu d'un {wanted}."
NOT_AN_EXERCISE_BUT_A_MODULE = (
    "`{field}` contient le module `{module}` au lieu de l'exercice. Importez-le : `from {module} import {name}`."
)
NOT_A_TEXT = "`{field}` doit être un texte entre guillemets."
NOT_A_FUNCTION = "`{field}` doit être une fonction, sans parenthèses après son nom."
NO_SIGNATURE = (
    "`{field}` est une fonction de Python qui ne dit pas ses arguments. Écrivez la vôtre, qui l'appelle : "
    "`def reference(x): …`."
)
NOT_POINTS = "`points` doit être un nombre entier, au moins 1."
NAME_TWICE = "le nom « {name} » est donné deux fois dans le cours ({places}). Changez-en un."

# sentences
HINTS_COUNT = "il faut 3 indices (l'idée, un exemple, la ligne à regarder) ; il y en a {count}."
EMPTY = "{what} est vide. Écrivez une phrase."
TOO_LONG = "{what} est trop long ({count} signes, {limit} au plus) : un élève de 12 ans ne le lira pas jusqu'au bout."
NO_END = "{what} doit finir par un point, un point d'exclamation ou d'interrogation : « {end} »."
HARSH = "{what} contient « {word} ». Dites plutôt ce qu'il faut regarder."
GIVES_AWAY = "l'indice {rank} donne la ligne du corrigé (`{line}`). Dites où regarder, sans l'écrire."

# badges
NO_DRAWING = "le badge « {title} » n'a pas de dessin. Mettez-le dans exercises/badges/{slug}.svg."
BADGE_TWICE = "le badge « {slug} » est déjà celui de {other}. Chaque badge a son nom et son dessin."
BADGE_PROVES = "le badge « {slug} » doit prouver quelque chose : commencez `proves` par « Je sais … »."
BADGE_TO_EARN = "le badge « {slug} » doit dire comment le gagner : `to_earn` est une phrase, avec son point."

# quiz
NO_RIGHT_CHOICE = "aucun choix ne porte la bonne réponse `{right}`. Les choix : {keys}."
FEW_CHOICES = "il faut au moins deux choix ; il y en a {count}."
KEY_TWICE = "deux choix portent la même lettre `{key}`."
OTHER_PROMPT = "la question « {name} » n'est pas la même ici et dans exercises/, qui dit : « {prompt} »"
OTHER_CHOICE = "un choix de « {name} » n'est pas le même ici et dans exercises/, où il s'écrirait `{line}`."
NO_REASON = "le choix `{key}` n'a pas d'explication (`reason`)."

# inputs
NO_EDGES = "`edges` est vide. Donnez les entrées qui départagent les erreurs, au moins deux."
EDGE_NOT_TUPLE = "l'entrée {rank} de `edges` n'est pas un tuple : {value}. Pour un seul argument, écrivez `(x,)`."
EDGE_MISFIT = "l'entrée {rank} de `edges` ne va pas avec la fonction de référence, qui attend `{wanted}`."
EDGE_WALL = "l'entrée {rank} de `edges` contient {kind}, qui n'entre pas dans le bac à sable. Voyez `Tool`."
DRAW_STOPS = "`draw` s'arrête ({stop})."
DRAW_LONG = "`draw` met plus de {seconds} secondes. Une boucle sans fin ?"
DRAW_NOT_TUPLE = "`draw` doit renvoyer un tuple d'arguments, pas {value}. Pour un seul argument, écrivez `(x,)`."
DRAW_MISFIT = "`draw` a donné `{value}`, ce qui ne va pas avec la fonction de référence, qui attend `{wanted}`."
DRAW_WALL = "`draw` a donné {kind}, qui n'entre pas dans le bac à sable. Voyez `Tool`."
DRAW_CHANGES = (
    "`draw` donne deux résultats différents pour le même `rng`. Ne tirez qu'avec `rng` : jamais avec `random`, "
    "l'heure ou l'ordre d'un ensemble."
)
DRAW_CONSTANT = "`draw` donne toujours la même entrée. Tirez au moins un nombre avec `rng`."
REFERENCE_STOPS = "la référence s'arrête ({kind} : {detail}) pour `{call}`. Changez l'entrée, ou la référence."
REFERENCE_LONG = "la référence met plus de {seconds} secondes pour répondre à tout. Une boucle sans fin ?"
REFERENCE_WALL = "la référence renvoie {kind} pour `{call}`. Renvoyez une liste, un nombre, un texte, un dictionnaire."
TOOL_NOT_DEF = "un `Tool` doit être fait par une fonction écrite avec `def`, qui se suffit à elle-même."

# properties and wrong ideas
PROPERTY_FAILS = "la propriété « {name} » n'est pas vraie de la référence{call}. Corrigez l'une ou l'autre."
PROPERTY_STOPS = "la propriété « {name} » s'arrête ({stop})."
PROPERTY_LONG = "la propriété « {name} » met plus de {seconds} secondes. Une boucle sans fin ?"
IDEA_TWICE = "deux idées s'appellent « {name} ». Changez-en une."
IDEA_MISFIT = "l'idée « {name} » n'accepte pas les mêmes arguments que la référence, qui attend `{wanted}`."
IDEA_LONG = "l'idée « {name} » met plus de {seconds} secondes. Une boucle sans fin ?"
IDEA_BROKEN = "l'idée « {name} » ne peut pas tourner ({kind} : {detail}). Est-ce bien l'erreur que font les élèves ?"
IDEA_IS_RIGHT = "l'idée « {name} » donne la bonne réponse à toutes les entrées de `edges`."
IDEAS_ALIKE = "les idées « {one} » et « {other} » répondent pareil à toutes les entrées de `edges`."
ADD_EDGE = "{said} Ajoutez à `edges` cette entrée, qui les départage : `{args}`."
ADD_SOME_EDGE = (
    "{said} Ajoutez à `edges` une entrée qui les départage, comme `{call}` : l'une donne {one}, l'autre {other}."
)
NO_EDGE = "{said} {draws} tirages ne les départagent pas non plus : gardez-en une, ou changez son code."
NO_EDGE_RIGHT = "{said} {draws} tirages non plus ne la prennent pas en défaut : enlevez-la, ou changez son code."

# the notebook
LABEL_TWICE = "l'étiquette (grade_id) « {label} » est donnée à plusieurs cellules : {numbers}. Gardez-en une."
NO_ANSWER_CELL = "il manque la case « {name} » (grade_id `{name}`, « Manually graded » décoché, solution)."
NO_TEST_CELL = "il manque la cellule de test « test_{name} » (grade_id `test_{name}`), sous la case « {name} »."
NO_FREE_CELL = "il manque la question libre « {name} » (grade_id `{name}`)."
UNKNOWN_TEST = "cette cellule de test ne correspond à aucun exercice de la leçon. Corrigez son grade_id, ou enlevez-la."
UNKNOWN_ANSWER = "cette case à remplir ne correspond à rien dans exercises/. Corrigez son grade_id, ou définissez-la."
WRONG_KIND = "cette cellule doit être {wanted}. Changez son type dans Jupyter."
WRONG_FLAG = "dans les métadonnées nbgrader de cette cellule, `{flag}` doit valoir `{wanted}`."
WRONG_POINTS = "cette cellule compte {there} dans le carnet et {here} dans exercises/. Mettez {here} des deux côtés."
TEST_TOO_EARLY = "la cellule de test vient avant la case « {name} ». Descendez-la."
WRONG_ORDER = "les cases ne sont pas dans l'ordre de la leçon. Carnet : {there}. Leçon : {here}."
NO_VERIFIE = "la cellule de test n'appelle pas `verifie({argument})` : l'élève n'aurait rien à exécuter."
NO_HIDDEN_TEST = "la cellule de test doit finir par `{call}`, entre BEGIN HIDDEN TESTS et END HIDDEN TESTS."
WRONG_STAMP = "ce carnet se dit de la leçon « {there} ». Mettez « {here} » dans `commence(…)`."
NAME_TAKEN = "le nom « {name} » est déjà pris : {owner}. L'élève l'écraserait. Changez le nom de l'exercice."

# holes
NO_HOLE = "la case n'a aucun trou. Ajoutez à la fin d'une ligne : `### TROU: total = ____`."
BAD_MARKER = "ce trou n'est pas écrit comme il faut (`{written}`). Écrivez `### TROU:`, avec les deux points."
HOLE_WITHOUT_SOLUTION = "rien n'est écrit devant ### TROU: : la ligne du corrigé serait vide. Mettez-y la solution."
HOLE_WITHOUT_BLANK = "le trou n'a pas de `____` : l'élève n'aurait rien à remplir. Écrivez `____` après ### TROU:."
HOLE_ELSEWHERE = "### TROU: n'a d'effet que dans une case à remplir ; ici, l'élève le verrait. Enlevez-le."
BEGIN_SOLUTION = "BEGIN SOLUTION n'est pas lu ici. Mettez plutôt ### TROU: à la fin des lignes à remplir."
SOLUTION_SYNTAX = "Python ne peut pas lire le corrigé ({detail}) : `{code}`."
BLANK_SYNTAX = "une fois le trou fait, Python ne peut pas lire la case ({detail}) : `{code}`."
SOLUTION_FAILS = "le corrigé ne réussit pas son exercice. Ce que l'élève lirait : « {message} »{example}"
BLANK_PASSES = "la case réussit déjà quand on remplit les trous par None : ils ne portent sur rien d'utile."
SOLUTIONS = "les corrigés"
EXAMPLE = " Pour `{call}`, il donne {got} ; on attend {expected}."

# pupils' answers that try the grading
FEW_STORIES = (
    "il faut au moins {fewest} réponses d'élèves justes (`passed_….py`) et {fewest} qui ne le sont pas encore "
    "(`wrong_….py`) ; il y en a {right} et {others}. Écrivez celles qui manquent."
)
STORY_NAME = "le nom de ce fichier doit commencer par ce qui arrive : `passed`, `wrong`, `raised` ou `timed_out`."

# names
PLAIN_NAME = (
    "« {name} » n'est pas un nom de fonction pour un élève : des minuscules sans accents, et _. Essayez {plain}."
)
PLAIN_NAME_ALONE = "« {name} » n'est pas un nom de fonction : il commence par une lettre, puis lettres, chiffres et _."
HIDDEN_NAME = "« {name} » commence par _ : ce sont les noms cachés de Python. Choisissez-en un autre."
PYTHON_NAME = "« {name} » est un mot de Python : l'élève l'abîmerait. Choisissez-en un autre."
MODULE_NAME = "« {name} » est un module de Python. Choisissez un autre nom."
RESERVED_NAME = "« {name} » : les noms en « {start} » sont réservés aux cellules du carnet. Choisissez-en un autre."

# tuto new
NEW = "Prépare un nouvel exercice, ou une nouvelle leçon : tous les fichiers, et la liste de ce qui reste à écrire."
UNKNOWN_LESSON = "Je ne connais pas la leçon « {lesson} ». Les leçons écrites : {written}. {announced}"
ANNOUNCED = "Celles qui sont seulement annoncées : {names} ; pour en commencer une, donnez son nom seul."
ONLY_ANNOUNCED = (
    "La leçon {lesson} est annoncée, mais pas encore écrite. Commencez-la : {command} new {lesson}. "
    "Ensuite, ajoutez-lui ses exercices."
)
ALREADY_WRITTEN = "La leçon {lesson} est déjà écrite. Pour lui ajouter un exercice : {command} new {lesson} NOM."
LESSON_NAME = (
    "« {name} » n'est pas un nom de leçon : deux chiffres, puis des minuscules sans accents et des _, "
    "comme 17_ma_lecon. Les leçons écrites : {written}."
)
NUMBER_TAKEN = "Le numéro {number} est déjà celui de la leçon {lesson}. Le prochain libre : {free:02d}."
PACKAGE_TAKEN = "« {package} » est déjà pris par {place}. Choisissez un autre nom."
BAD_TITLE = 'Le titre ne peut pas contenir de guillemet " ni de barre \\ : mettez des « guillemets ».'
ALREADY_ITEM = "Le nom « {name} » est déjà celui d'un exercice ou d'une question de la leçon {lesson}. Changez-en."
ALREADY_FILE = "Il y a déjà {place}. Changez de nom, ou enlevez d'abord ce qui est là."
ALREADY_BOUND = "Le nom « {name} » sert déjà dans le carnet (cellule {number}). L'élève l'écraserait : changez-en."
NOT_IN_LESSON = "« {name} » n'est pas un exercice de la leçon {lesson}. Ses exercices : {names}."
NO_PACKAGE = 'Je ne trouve pas où la leçon {lesson} est définie : aucun Lesson(name="{lesson}", …) dans exercises/.'
NOT_PLAIN = "Je ne sais pas compléter {file} : {why}. Ajoutez l'exercice vous-même, sur le modèle d'une autre leçon."
NO_PLAIN_TUPLE = "`exercises=` n'y est pas une simple suite de noms"
NO_PLAIN_LESSONS = "`LESSONS` n'y est pas une simple suite de noms"
NO_TEST_OF = "la cellule de test « test_{name} » manque dans le carnet"
NOTEBOOK = "Je ne peux pas lire {file}. {reason}"
OPEN_NOTEBOOK = (
    "Le carnet {file} est ouvert dans Jupyter : ce que vous y enregistreriez ensuite effacerait l'ajout. "
    "Enregistrez-le, puis « Fichier > Fermer et arrêter le notebook », et relancez."
)
CANNOT_WRITE = "Je n'ai pas pu écrire {file} ({reason}). Rien n'a été changé."
MADE = "L'exercice « {name} » est prêt à écrire, dans la leçon {lesson}. Fichiers nouveaux ou complétés :"
MADE_LESSON = "La leçon {lesson} est prête à écrire. Fichiers nouveaux ou complétés :"
TO_WRITE = "Il reste à écrire ({count} lignes) :"
RENUMBER = "Renumérotez aussi les titres qui suivent dans le carnet, à partir de « {heading} »."
THEN = "Ensuite : {command} build. Il dit ce qui manque encore ; le mode d'emploi est dans docs/ajouter_un_exercice.md."
THEN_LESSON = "Ajoutez ses exercices : {command} new {lesson} NOM. Ensuite : {command} build."
DAMAGED = "Ce fichier manque, ou il est abîmé : rouvrez-le dans Jupyter et enregistrez-le, puis relancez."
