"""The quiz and the free text of lesson 1. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_1",
        prompt="Ta machine vient d'écrire `lea`. Que regarde-t-elle pour choisir la lettre suivante ?",
        choices=(
            Choice(
                "a",
                "tout le début : l, e et a",
                (
                    "Un grand modèle comme ChatGPT sait faire cela ! Mais ton carnet n'a qu'une page par lettre. "
                    "Relis `generer` : quelle page ouvre-t-elle ?"
                ),
            ),
            Choice(
                "b",
                "seulement la dernière lettre : a",
                (
                    "Ta machine ouvre la page de la dernière lettre, et elle a oublié le reste. Voilà pourquoi "
                    "certains prénoms sont bizarres."
                ),
            ),
            Choice(
                "c",
                "la liste des prénoms, pour en recopier un",
                (
                    "Si elle recopiait, elle n'inventerait rien. Une fois le carnet rempli, la liste reste fermée. "
                    "Relis `generer` : que met-elle entre crochets après `modele` ?"
                ),
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_2",
        prompt="Dans ton carnet, m a été suivi 3 fois par a et 1 fois par i. Quelle est la probabilité de a après m ?",
        choices=(
            Choice(
                "a",
                "3",
                (
                    "3, c'est le bon comptage. Mais une probabilité est une part de gâteau : elle reste entre 0 et "
                    "1. Par quoi faut-il diviser ?"
                ),
            ),
            Choice(
                "b",
                "0,5",
                (
                    "Avec 0,5, a et i auraient la même part. Pourtant a est venu plus souvent. Compte d'abord le "
                    "total, puis partage."
                ),
            ),
            Choice("c", "0,75", ("Il y a 4 fois en tout, et a en a 3 : 3 / 4 = 0,75.")),
        ),
        right="c",
    ),
    Question(
        name="quiz_3",
        prompt="Pourquoi ta machine lance-t-elle une fléchette, au lieu de prendre toujours la plus grosse part ?",
        choices=(
            Choice(
                "a",
                "pour ne pas inventer toujours le même prénom",
                (
                    "Avec toujours la plus grosse part, le chemin serait toujours le même. Le hasard apporte de la "
                    "variété."
                ),
            ),
            Choice(
                "b",
                "pour aller plus vite",
                (
                    "Lancer la fléchette demande même un petit calcul de plus. Imagine ta machine sans hasard, "
                    "lancée douze fois : que donnerait-elle ?"
                ),
            ),
            Choice(
                "c",
                "pour que toutes les lettres aient la même chance",
                (
                    "Une grosse part est touchée plus souvent qu'une petite : les chances restent différentes. "
                    "Imagine ta machine sans hasard : que changerait-elle d'un prénom à l'autre ?"
                ),
            ),
        ),
        right="a",
    ),
)

# To mark it out of 3: a share of the whole, between 0 and 1 (1 point); it looks at the last letter and at
# the counts (1 point); it draws at random, and big shares come out more often (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_1",
        prompt="C'est quoi, une probabilité ? Et comment ta machine devine-t-elle la lettre suivante ?",
        points=3,
    ),
)
