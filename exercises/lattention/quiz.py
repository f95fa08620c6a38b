"""The quiz and the free text of lesson 4. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_4_1",
        prompt="Dans la classe du mot `chat`, à quoi sert la pancarte d'une lettre ?",
        choices=(
            Choice(
                "a",
                "à dire ce qu'elle cherche",
                "Ce qu'une lettre cherche, c'est sa question (Q). Relis le premier dessin : qui tend la pancarte, "
                "et qui la lit ?",
            ),
            Choice(
                "b",
                "à se faire trouver par les questions des autres",
                "La question des autres lit ta pancarte (K). "
                "Si elles vont ensemble, le score est grand, et on t'écoute.",
            ),
            Choice(
                "c",
                "à porter ce qui ira dans le mélange",
                "Ce qui va dans le mélange, c'est l'info (V). La pancarte sert avant, au moment du choix. "
                "Que compare-t-on dans `score` ?",
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_4_2",
        prompt="Pourquoi cache-t-on à chaque lettre celles qui viennent après elle ?",
        choices=(
            Choice(
                "a",
                "parce que le calcul serait trop long",
                "Cacher demande même un petit calcul de plus. Pense au but : que doit deviner le modèle ?",
            ),
            Choice(
                "b",
                "parce que la première lettre est la plus importante",
                "Toutes les lettres comptent, et c'est le score qui choisit. Imagine que le c voie déjà le h : "
                "que reste-t-il à deviner ?",
            ),
            Choice(
                "c",
                "parce que le modèle doit deviner la suite sans la voir",
                "S'il voyait la réponse, il n'apprendrait rien. Et quand il inventera, la suite n'existera pas encore.",
            ),
        ),
        right="c",
    ),
    Question(
        name="quiz_4_3",
        prompt="Une lettre a pour poids 0,9 sur h et 0,1 sur c. Que récupère-t-elle ?",
        choices=(
            Choice(
                "a",
                "beaucoup de l'info de h, un peu de celle de c",
                "Le poids dit combien on prend de chaque info : neuf dixièmes de l'une, un dixième de l'autre.",
            ),
            Choice(
                "b",
                "seulement l'info de h, car son poids est le plus grand",
                "L'attention n'est pas tout ou rien. Que devient le poids 0,1 dans `melanger` ?",
            ),
            Choice(
                "c",
                "la moyenne des deux infos, à égalité",
                "À égalité, les poids seraient 0,5 et 0,5. Ici, l'un est neuf fois plus grand que l'autre !",
            ),
        ),
        right="a",
    ),
)

# To mark it out of 3: letters (or words) choose whom to listen to, by comparing a question with signs (1 point);
# the weights say how much of each information is taken (1 point); the future is hidden (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_4",
        prompt="Explique à un ami ce qu'est l'attention.",
        points=3,
    ),
)
