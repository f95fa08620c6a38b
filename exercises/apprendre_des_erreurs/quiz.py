"""The three questions at the end of lesson 2. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_2_1",
        prompt=(
            "La bonne lettre est n. La machine A lui a donné 0,8 de gâteau, la machine B 0,1. "
            "Qui a la plus grande perte ?"
        ),
        choices=(
            Choice(
                "a",
                "la machine A",
                (
                    "La machine A a donné une grosse part à la bonne lettre : son ballon tombe près du panier. La "
                    "perte est une distance."
                ),
            ),
            Choice(
                "b",
                "la machine B",
                (
                    "Elle a donné une toute petite part à la bonne lettre. Son ballon tombe loin du panier, alors sa "
                    "perte est grande."
                ),
            ),
            Choice(
                "c",
                "les deux ont la même, car n était la bonne lettre",
                (
                    "La bonne lettre est la même, mais la perte regarde la part que chaque machine lui a donnée. "
                    "Compare 0,8 et 0,1."
                ),
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_2_2",
        prompt="Après un lancer, le gradient d'une lettre est −0,7. Que va faire la machine avec son score ?",
        choices=(
            Choice(
                "a",
                "le monter : cette lettre n'avait pas reçu assez",
                ("Un écart négatif veut dire « pas assez ». En enlevant un nombre négatif, le score monte."),
            ),
            Choice(
                "b",
                "le baisser : le gradient est négatif",
                ("Attention au double moins : on ENLÈVE vitesse × gradient. Que donne 1 − (−0,7) ?"),
            ),
            Choice(
                "c",
                "ne rien changer : la lettre est déjà bonne",
                (
                    "Un écart de −0,7 est grand : il reste beaucoup à corriger. Rien ne bouge seulement quand "
                    "l'écart vaut 0."
                ),
            ),
        ),
        right="a",
    ),
    Question(
        name="quiz_2_3",
        prompt="Pendant l'entraînement, la perte monte et devient énorme. Que faut-il essayer d'abord ?",
        choices=(
            Choice(
                "a",
                "faire beaucoup plus de tours",
                (
                    "Si chaque correction envoie le ballon encore plus loin, recommencer n'aide pas. Pense à la "
                    "taille du pas."
                ),
            ),
            Choice(
                "b",
                "augmenter la vitesse, pour finir plus tôt",
                (
                    "Avec un pas encore plus grand, le ballon part encore plus loin. Rappelle-toi l'expérience des "
                    "quatre vitesses."
                ),
            ),
            Choice(
                "c",
                "diminuer la vitesse",
                (
                    "Le pas était trop grand : chaque correction dépassait le panier. Avec un plus petit pas, la "
                    "perte redescend."
                ),
            ),
        ),
        right="c",
    ),
)

# To mark it out of 3: the loss is how far the guess fell from the right answer (1 point); the gradient says for
# each letter in which sense and how much to correct (1 point); the machine repeats guess, measure, correct (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_2",
        prompt="Explique à un ami ce qu'est la perte, puis ce qu'est le gradient. À quoi servent-ils ?",
        points=3,
    ),
)
