"""The quiz and the free text of lesson 3. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_3_1",
        prompt="Après l'entraînement, a et o ont des fiches qui se ressemblent. Pourquoi ?",
        choices=(
            Choice(
                "a",
                "parce qu'elles sont rondes toutes les deux",
                (
                    "Ton modèle n'a jamais vu le dessin des lettres : il ne reçoit que des numéros. "
                    "Qu'est-ce que les prénoms lui apprennent sur a et sur o ?"
                ),
            ),
            Choice(
                "b",
                "parce qu'elles jouent le même rôle dans les prénoms",
                (
                    "Après a ou après o viennent souvent les mêmes lettres. En corrigeant ses fiches, ton modèle "
                    "les a donc rapprochées, sans qu'on lui parle de voyelles."
                ),
            ),
            Choice(
                "c",
                "parce que leurs numéros de casier se suivent",
                (
                    "a porte le numéro 1 et o le numéro 15 : les casiers sont loin l'un de l'autre. "
                    "Le numéro sert seulement à ouvrir le casier. Qu'est-ce qui compte, dedans ?"
                ),
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_3_2",
        prompt="Dans softmax, à quoi sert l'exponentielle ?",
        choices=(
            Choice(
                "a",
                "à rendre tous les nombres positifs, en gardant leur ordre",
                (
                    "Un score peut être négatif, une part de gâteau jamais. L'exponentielle arrange cela, et le "
                    "meilleur score reste le meilleur."
                ),
            ),
            Choice(
                "b",
                "à faire une somme égale à 1",
                (
                    "Pour cela, il faut diviser par le total : c'est l'étape d'après. "
                    "Que deviendrait un score de -2 sans l'exponentielle ?"
                ),
            ),
            Choice(
                "c",
                "à choisir la meilleure lettre",
                (
                    "softmax ne choisit pas : chaque lettre reçoit une part, et la fléchette choisira. "
                    "Que deviendrait un score de -2 sans l'exponentielle ?"
                ),
            ),
        ),
        right="a",
    ),
    Question(
        name="quiz_3_3",
        prompt="Ton modèle a lu `alexand`. Sa fenêtre a 3 cases. Que voit-il pour deviner la suite ?",
        choices=(
            Choice(
                "a",
                "tout le début : a, l, e, x, a, n, d",
                (
                    "Ce serait bien pratique ! Mais la fenêtre n'a que 3 cases. "
                    "Relis `contexte` : combien de numéros renvoie-t-elle ?"
                ),
            ),
            Choice(
                "b",
                "x, a, n",
                (
                    "Il y a bien 3 cases, mais la fenêtre va jusqu'à la dernière lettre écrite. "
                    "Quelle lettre est juste avant celle qu'on devine ?"
                ),
            ),
            Choice(
                "c",
                "a, n, d",
                (
                    "Les 3 dernières lettres, pas une de plus. Le début, alex, est déjà sorti de sa mémoire. "
                    "La leçon 4 va régler cela."
                ),
            ),
        ),
        right="c",
    ),
)

# To mark it out of 3: a list of numbers stands for the letter, its card of notes (1 point); the notes are learned,
# corrected a little at each mistake, nobody chooses them (1 point); letters used alike get similar notes (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_3",
        prompt="Explique à un ami ce qu'est un embedding.",
        points=3,
    ),
)
