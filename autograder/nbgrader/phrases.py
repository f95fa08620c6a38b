"""What the bridge says, all in one place: to teachers in the terminal, and in the cells that formgrader shows.

Plain spaces here: typography.french() or feedback.typography.prose() put the no-break ones.
"""

# In a notebook
CELLS_LEFT_OUT = "*(Le carnet rendu contient encore d'autres cellules : elles ne sont pas montrées ici.)*"
CUT = "(La suite est trop longue pour être montrée ici.)"
EXAMPLE = "Pour `{call}`, tu donnes `{got}` ; on attend `{expected}`."
BADGE = "Badge gagné : « {title} ». {proves}"
HINTS = "▸ Indices pour l'élève"
NOT_JUDGED = "à noter à la main"
NEEDS_PERSON = "À noter à la main : le correcteur n'a pas pu juger cette réponse. Ce n'est pas la faute de l'élève."
NOT_OURS = "Aucun exercice du cours ne porte le nom de cette cellule."
NO_ANSWER = "Pas encore commencé."

# To the teacher
NO_SUCH_LESSON = "« {lesson} » n'est pas une leçon de ce cours : ses carnets ne sont pas corrigés ici."
NO_RELEASE = "Il manque le carnet de départ de « {lesson} ». Lancez : nbgrader generate_assignment {lesson}"
OTHER_PASS = "Ce carnet n'a pas été relu par Tuto LLM : remettez exporter_class comme dans course_config.configure."
BY_HAND = "{pupil} : « {cell} » est à noter à la main dans formgrader (le correcteur n'a pas pu juger la réponse)."
NOT_COLLECTED = (
    "« {file} » n'est pas ramassé : il faut un nom comme prénom_leçon.ipynb, sans < > \" & ni point au début. "
    "Renommez-le, puis recommencez avec --force."
)
NOT_FETCHED = (
    "« {folder} » n'est pas ramassé : le nom de l'élève y contient < > \" & ou un signe invisible. "
    "Voyez dans le dossier d'échange qui l'a déposé."
)
TWO_FILES = (
    "{pupil} a deux carnets : « {kept} » est ramassé, « {file} » ne l'est pas. Si c'est l'autre qui compte, "
    "supprimez « {kept} » du zip, puis recommencez avec --force."
)

# To the pupil, in the feedback
TEACHER_SAYS = "Le mot de ton professeur"
MARKED_BY_HAND = "Ton professeur a noté cette réponse."
NO_VERDICT = "Cette réponse a été corrigée sans explication."
NOT_READ_YET = "Ton professeur la lira"
TOTAL = "{points} sur {out_of} points"
LATE = "Travail rendu en retard : {points} de moins."

# tuto autograde
UNKNOWN_LESSON = "Je ne connais pas la leçon {lesson}. Les leçons : {names}."
NO_COURSE_FOLDER = "« {folder} » n'est pas un dossier : donnez celui du cours, avec --course."
NOTHING_OF_PUPIL = "Aucun rendu de « {pupil} » à corriger dans {folder}. Il y en a de : {pupils}."
NBGRADER_MISSING = "Il manque {name} pour travailler avec nbgrader. Lancez une fois : python3 start.py autograde"
LEFT_ALONE = "« {lesson} » n'est pas une leçon de ce cours : je n'y touche pas ({pupils})."
OUT_OF_PLACE = "« {file} » n'est pas à sa place : rangez ce carnet dans {folder}, puis recommencez."
ALMOST = "Le dossier « {found} » doit s'appeler « {lesson} » : renommez-le, puis recommencez."
EMPTY = "Il n'y a aucune leçon dans ce dossier. Demandez le carnet à l'élève, ou supprimez le dossier."
DENIED = "Je n'ai pas le droit de lire ce dossier."
NOTHING_HANDED_IN = (
    "Je n'ai trouvé aucune leçon rendue dans {folder}. Les carnets se rangent dans "
    "submitted/<élève>/<leçon>/<leçon>.ipynb : lancez « nbgrader collect » ou « nbgrader zip_collect », "
    "ou indiquez le dossier du cours avec --course."
)
PREPARED = "Préparé pour nbgrader : {lesson} (release/ et gradebook.db)."
NO_NOTEBOOK = "Je ne trouve aucun carnet (.ipynb) dans ce rendu. Demandez {lesson}.ipynb à l'élève."
LINK = "Ce rendu est un lien vers un autre dossier. Demandez à l'élève le carnet lui-même."
SEVERAL_NOTEBOOKS = "Ce rendu contient plusieurs carnets : gardez-en un, et nommez-le {lesson}.ipynb."
BAD_NAME = "Le nom de ce dossier est illisible : renommez-le, puis recommencez."
HARMFUL_NAME = (
    "Le nom de ce dossier contient un signe que les pages de nbgrader ne savent pas montrer sans danger "
    '(< > " & \\ ou un signe invisible) : renommez-le, puis recommencez.'
)
NBGRADER_STOPPED = "nbgrader s'est arrêté sur ce rendu ({reason}). Rien n'est noté : recommencez pour cet élève."
NOT_GRADED = "{pupil} : {message}"
GRADED = ("{count} copie corrigée", "{count} copies corrigées")  # one, several
SKIPPED = (
    "{count} copie déjà corrigée (--force pour recommencer)",
    "{count} copies déjà corrigées (--force pour recommencer)",
)
UNGRADED = ("{count} copie non corrigée", "{count} copies non corrigées")
TEXTS_TO_READ = ("{count} texte libre à noter dans formgrader", "{count} textes libres à noter dans formgrader")
BAD_SETTINGS = "Je n'ai pas pu lire {file} ({reason}). Corrigez ce fichier, puis recommencez."
BAD_GRADEBOOK = (
    "Je n'ai pas pu ouvrir gradebook.db ({reason}). Fermez formgrader et recommencez ; si le fichier vient d'un ancien "
    "nbgrader, copiez-le puis lancez « nbgrader db upgrade »."
)
CANNOT_WRITE = "Je n'ai pas pu écrire {file} : {reason}."
