"""The quiz and the free text of level 8. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_8_1",
        prompt="Un étage est rempli de zéros. Grâce au raccourci, qu'est-ce qui sort de cet étage ?",
        choices=(
            Choice(
                "a",
                "une fiche remplie de zéros",
                "Ce serait le cas sans raccourci : tout serait perdu ! Relis `empiler` : à quoi ajoute-t-on l'idée "
                "de l'étage ?",
            ),
            Choice(
                "b",
                "la fiche qui est entrée, sans changement",
                "L'étage n'a pas d'idée à ajouter. La fiche continue sa montée, intacte : voilà pourquoi on peut "
                "empiler 96 étages.",
            ),
            Choice(
                "c",
                "la fiche du rez-de-chaussée",
                "Ce raccourci-là sauterait toute la tour. Le nôtre saute un seul étage. Relis `empiler` : que vaut x "
                "à ce moment ?",
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_8_2",
        prompt="Sur les prénoms, deux étages n'ont presque rien gagné. Que faut-il en penser ?",
        choices=(
            Choice(
                "a",
                "les étages ne servent jamais à rien",
                "Regarde encore l'anneau : un étage n'y arrivait pas, deux étages si. Qu'est-ce qui change entre "
                "l'anneau et les prénoms ?",
            ),
            Choice(
                "b",
                "il y a sûrement une panne dans le modèle",
                "Les deux courbes descendent très bien ! C'est une vraie mesure. Elle dit quelque chose du problème, "
                "pas d'une panne.",
            ),
            Choice(
                "c",
                "un problème simple n'a pas besoin d'une grande tour",
                "Un prénom est court et simple. Pour des textes entiers, les grandes tours font la différence.",
            ),
        ),
        right="c",
    ),
)

# To mark it out of 3: each floor adds an idea to what the floors below understood (1 point); hard problems need several
# floors (1 point); they cost time and settings, and a simple problem gains nothing from them (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_8",
        prompt="À quoi servent les étages d'un GPT ? Et pourquoi ne pas en mettre toujours le plus possible ?",
        points=3,
    ),
)
