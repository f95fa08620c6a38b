"""What the classroom stores, why, for how long, and who sees it: for the school's register.

Every field of every model stands in one of these lines (but a row's own number, which says nothing of anybody);
a test says which one was forgotten.
"""

from dataclasses import dataclass

YEAR = "Jusqu’à la fin de l’année, quand le professeur l’efface."
PUPIL_GONE = "Jusqu’à ce que l’élève ou la classe soit supprimé."
CLASS_GONE = "Jusqu’à ce que la classe soit supprimée."
TEACHER_GONE = "Tant que le professeur a un compte ici."
TEACHER_AND_PUPIL = "L’élève et son professeur."
TEACHER = "Le professeur de la classe."
SERVER = "Personne : le serveur seul s’en sert."


@dataclass(frozen=True)
class Datum:
    """fields  « Model.field », as the database has them"""

    what: str
    why: str
    until: str
    seen_by: str
    fields: tuple[str, ...]


def fields(model: str, names: str) -> tuple[str, ...]:
    return tuple(f"{model}.{name}" for name in names.split())


PUPILS = (
    Datum(
        "Un prénom ou un pseudonyme, choisi par le professeur. Ni nom de famille, ni adresse, ni date de naissance.",
        "Savoir à qui est chaque copie.",
        PUPIL_GONE,
        TEACHER_AND_PUPIL,
        fields("Pupil", "pseudonym classroom created_at"),
    ),
    Datum(
        "Une empreinte des trois mots secrets de la carte. Les mots ne sont pas stockés : "
        "une clé du serveur les retrouve.",
        "Reconnaître l’élève sans compte ni adresse électronique.",
        PUPIL_GONE,
        "Le professeur, sur les cartes qu’il imprime.",
        fields("Pupil", "secret_mark secret_version"),
    ),
    Datum(
        "Les copies : les cases que l’élève a changées dans chaque leçon.",
        "Retrouver son travail à la séance suivante.",
        YEAR,
        TEACHER_AND_PUPIL,
        fields("Copy", "pupil lesson cells version updated_at"),
    ),
    Datum(
        "Chaque essai : le code envoyé, l’heure, le résultat et le message donné.",
        "Corriger, aider, et ne perdre aucun essai si le serveur s’arrête.",
        YEAR,
        TEACHER_AND_PUPIL,
        fields(
            "Attempt",
            "pupil lesson item number key code helpers state worker claimed_at created_at graded_at outcome points "
            "misconception verdict",
        ),
    ),
    Datum(
        "Pour chaque exercice : les points, le nombre d’essais, les indices ouverts, la dernière idée à revoir, "
        "et les points donnés par le professeur avec leur raison.",
        "Voir qui a besoin d’aide, ouvrir la leçon suivante, noter.",
        YEAR,
        f"{TEACHER_AND_PUPIL} Le nombre d’essais n’est montré qu’au professeur.",
        fields(
            "Standing",
            "pupil lesson item tries best_points passed_at last_outcome last_misconception last_message last_at "
            "same_mistake hints_seen edited_at override override_reason updated_at",
        ),
    ),
    Datum(
        "Les réponses libres, et les points et le mot du professeur.",
        "Faire expliquer une idée, et y répondre.",
        YEAR,
        TEACHER_AND_PUPIL,
        fields("FreeAnswer", "pupil lesson name text updated_at points comment marked_text marked_at read_at"),
    ),
    Datum(
        "Les badges gagnés.",
        "Montrer ce qui est acquis.",
        YEAR,
        TEACHER_AND_PUPIL,
        fields("EarnedBadge", "pupil slug earned_at"),
    ),
    Datum(
        "Le petit modèle de l’élève : ses réglages, ses progrès, les prénoms qu’il a inventés.",
        "Continuer le même modèle d’une leçon à l’autre.",
        YEAR,
        TEACHER_AND_PUPIL,
        fields("Pupil", "memory memory_version"),
    ),
    Datum(
        "L’heure de la dernière activité, et depuis quand la main est levée.",
        "Aider en direct pendant la séance.",
        "Seule la dernière heure est gardée ; elle part avec le travail de l’année.",
        TEACHER,
        fields("Pupil", "seen_at raised_at"),
    ),
)

TEACHERS = (
    Datum(
        "Le nom choisi par le professeur et une empreinte de son mot de passe (argon2), la date de sa dernière visite. "
        "Les autres cases du compte restent vides.",
        "Protéger la classe.",
        TEACHER_GONE,
        "Le professeur ; le nom seul, qui a accès à la machine.",
        fields(
            "User",
            "username password last_login date_joined is_active is_staff is_superuser first_name last_name email",
        ),
    ),
    Datum(
        "Le nom de la classe, son code, le seuil de réussite, les leçons ouvertes ou fermées.",
        "Régler la classe.",
        CLASS_GONE,
        "Le professeur ; les élèves voient le nom et le code.",
        (
            *fields("Classroom", "code name teacher threshold created_at"),
            *fields("Opening", "classroom pupil lesson is_open"),
        ),
    ),
    Datum(
        "Les phrases que le professeur garde pour les réutiliser, les idées qu’il a déjà reprises à voix haute.",
        "Répondre plus vite, ne pas répéter.",
        TEACHER_GONE,
        TEACHER,
        (*fields("Phrase", "teacher text used"), *fields("Said", "classroom lesson item misconception said_at")),
    ),
    Datum(
        "L’empreinte des liens à usage unique, et quand ils ont servi.",
        "Créer un compte, remplacer un mot de passe oublié.",
        "Un lien sert une fois, pendant sept jours.",
        SERVER,
        fields("Invitation", "mark teacher created_at used_at"),
    ),
)

MACHINE = (
    Datum(
        "Après un mot secret ou un mot de passe refusé : l’adresse de la machine, le nom tiré au hasard du navigateur, "
        "le code de classe ou le nom du professeur, et combien de fois.",
        "Ralentir qui chercherait à deviner.",
        "Un jour.",
        SERVER,
        fields("Refusal", "door count last_at"),
    ),
    Datum(
        "Des cookies techniques, et la visite qu’ils ouvrent. Aucun cookie de suivi.",
        "Rester entré pendant la journée, garder le choix d’un texte plus grand, ralentir qui devine.",
        "Douze heures pour la visite, quatre mois au plus pour les autres.",
        SERVER,
        fields("Session", "session_key session_data expire_date"),
    ),
    Datum(
        "Les adresses internes des pages : des clés tirées au hasard, qui ne disent rien de l’élève.",
        "Que personne n’ouvre une page en changeant un numéro.",
        PUPIL_GONE,
        "Dans la barre d’adresse du professeur.",
        fields("Pupil", "key"),
    ),
)

NUMBERED = (
    "Pupil",
    "Copy",
    "Attempt",
    "Standing",
    "FreeAnswer",
    "EarnedBadge",
    "User",
    "Classroom",
    "Opening",
    "Phrase",
)
ROW_NUMBERS = tuple(f"{model}.id" for model in (*NUMBERED, "Invitation", "Refusal"))  # they say nothing of anybody
EVERYTHING = PUPILS + TEACHERS + MACHINE
