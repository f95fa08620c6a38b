"""The quiz and the free text of level 9. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_9_1",
        prompt="Tu voulais de jolis prénoms en a. Sans laisse, ta machine a dit « a » sans arrêt. Pourquoi ?",
        choices=(
            Choice(
                "a",
                "elle fait ce que la note récompense, pas ce que tu voulais",
                "Le prénom « a » finit bien par a : il a la meilleure note. C'est la note qui disait mal ce que tu "
                "voulais.",
            ),
            Choice(
                "b",
                "elle a mal calculé",
                "Ses calculs sont justes : sa note moyenne est même excellente ! Relis plutôt `ma_note` : que "
                "demandait-elle ?",
            ),
            Choice(
                "c",
                "elle voulait se moquer de toi",
                "Une machine ne veut rien : elle suit des nombres. Quels nombres a-t-elle suivis, ici ?",
            ),
        ),
        right="a",
    ),
    Question(
        name="quiz_9_2",
        prompt="ChatGPT a été dressé avec des notes données par des humains. Qu'est-ce que cela veut dire ?",
        choices=(
            Choice(
                "a",
                "il dit toujours la vérité",
                "On l'a récompensé pour des réponses qui plaisent. Une réponse peut plaire, et se tromper. Relis la "
                "partie « Soyons honnêtes ».",
            ),
            Choice(
                "b",
                "il dit plus souvent ce que ces humains ont aimé",
                "Ce qui a plu est devenu plus probable, rien de plus. À toi de vérifier ce qu'il raconte.",
            ),
            Choice(
                "c",
                "un humain relit chaque réponse avant qu'elle parte",
                "Les notes sont données avant, pendant l'entraînement. Ensuite, qui choisit les mots : un humain, ou "
                "des probabilités ?",
            ),
        ),
        right="b",
    ),
)

# To mark it out of 3: it invents and gets rewards (1 point); what did better than usual becomes more likely (1 point);
# one limit: it follows the reward and not the wish, pleasing is not telling the truth, or the taste of few (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_9",
        prompt="Comment dresse-t-on un modèle de langage ? Et pourquoi faut-il se méfier des récompenses ?",
        points=3,
    ),
)
