"""The quiz and the free text of lesson 5. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_5_1",
        prompt="Tu mets la température à 0,3. Que devient ton modèle ?",
        choices=(
            Choice(
                "a",
                "plus sage : il choisit presque toujours ses lettres préférées",
                "Diviser par un petit nombre écarte les scores : le favori prend presque tout le gâteau.",
            ),
            Choice(
                "b",
                "plus fou : il ose des lettres rares",
                "C'est ce que fait une grande température, comme 1,5. Divise des scores par 0,3 : s'écartent-ils ou "
                "se rapprochent-ils ?",
            ),
            Choice(
                "c",
                "plus rapide : il écrit en moins de temps",
                "La température ne change pas la vitesse : il y a autant de calculs. Relis `temperature` : que fait "
                "T aux scores ?",
            ),
        ),
        right="a",
    ),
    Question(
        name="quiz_5_2",
        prompt="Ton mini-GPT a lu des milliers de prénoms. Où range-t-il ce qu'il a appris ?",
        choices=(
            Choice(
                "a",
                "dans une liste de tous les prénoms, qu'il recopie",
                "S'il recopiait, il n'inventerait rien. Quand il invente, le fichier des prénoms reste fermé. Relis "
                "`mini_gpt` : que reçoit-il, à part les lettres ?",
            ),
            Choice(
                "b",
                "dans ses réglages P : des nombres corrigés un tout petit peu à chaque prénom",
                "Tout ce qu'il sait est dans ses nombres. L'entraînement les a corrigés, un petit pas après l'autre.",
            ),
            Choice(
                "c",
                "dans le code des fonctions, qui change pendant l'entraînement",
                "Tes fonctions n'ont pas changé d'un mot entre le début et la fin. Qu'est-ce que l'entraînement a "
                "corrigé, alors ?",
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_5_3",
        prompt="Qu'est-ce que ton mini-GPT et GPT-3 ont en commun ?",
        choices=(
            Choice(
                "a",
                "le même nombre de réglages",
                "GPT-3 a 175 milliards de réglages, le tien en a 1\u202f328. C'est là la grande différence. Que "
                "font-ils tous les deux, à chaque tour ?",
            ),
            Choice(
                "b",
                "ils comprennent tous les deux ce qu'ils disent",
                "Ton modèle sait-il ce qu'est un prénom ? Il ne voit que des nombres. Cherche plutôt ce que les deux "
                "font à chaque tour de boucle.",
            ),
            Choice(
                "c",
                "la même idée : deviner la suite, avec l'attention, encore et encore",
                "Les pièces sont les mêmes. GPT-3 en a beaucoup plus, et il a lu beaucoup plus de textes.",
            ),
        ),
        right="c",
    ),
)

# To mark it out of 3: the same idea, guessing what comes next (1 point); a difference of size, in settings or texts
# read (1 point); another difference: pieces of words, people who trained it, computers, what it is used for (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_5",
        prompt="Explique à un ami ce qui sépare ton modèle de ChatGPT. Et qu'ont-ils en commun ?",
        points=3,
    ),
)
