"""The quiz and the free text of level 7. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_7_1",
        prompt="Pourquoi garde-t-on les pancartes et les infos, mais pas les questions ?",
        choices=(
            Choice(
                "a",
                "une question est trop longue à noter",
                "Une question a autant de nombres qu'une pancarte. Demande-toi plutôt : qui relira la question de "
                "la lettre h, plus tard ?",
            ),
            Choice(
                "b",
                "une question ne sert qu'une fois, à la lettre qui la pose",
                "Les lettres suivantes liront sa pancarte et écouteront son info. Sa question, personne n'en aura "
                "plus besoin.",
            ),
            Choice(
                "c",
                "les questions ne servent jamais",
                "Sans question, comment la lettre choisirait-elle qui écouter ? Relis `attention_eclair` : où sert "
                "`question` ?",
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_7_2",
        prompt="La mémoire éclair change-t-elle les réponses du modèle ?",
        choices=(
            Choice(
                "a",
                "non : les sorties sont les mêmes, il y a seulement moins de calculs",
                "Noter un résultat ou le recalculer, cela donne le même nombre. La mémoire fait gagner du temps, et "
                "elle prend de la place.",
            ),
            Choice(
                "b",
                "oui : les réponses sont meilleures, il se souvient mieux",
                "Sans cette mémoire, le modèle relit tout le texte : il n'oublie rien non plus. Qu'avait affiché la "
                "comparaison des deux sorties ?",
            ),
            Choice(
                "c",
                "oui : les réponses sont un peu moins bonnes, car il triche",
                "Rien n'est deviné ni arrondi dans les notes. Relis la comparaison des deux sorties : quel était "
                "l'écart ?",
            ),
        ),
        right="a",
    ),
)

# To mark it out of 3: what was computed for earlier letters is kept (1 point), signs and informations, or « les notes »
# (1 point); fewer calculations for the same answer, at the price of room (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_7",
        prompt="Comment ChatGPT fait-il pour ne pas tout relire à chaque mot ? Que gagne-t-il, que perd-il ?",
        points=3,
    ),
)
