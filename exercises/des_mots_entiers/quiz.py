"""The quiz and the free text of level 6. The questions stand in the notebook too; the reasons only here."""

from autograder.exercise import Choice, FreeText, Question

QUESTIONS = (
    Question(
        name="quiz_6_1",
        prompt="On demande à ChatGPT combien il y a de r dans « fraise ». Pourquoi est-ce difficile pour lui ?",
        choices=(
            Choice(
                "a",
                "il ne connaît pas le mot",
                "Il l'a lu des milliers de fois ! Le souci est dans sa façon de lire. Regarde ta dernière découpe : "
                "que reçoit le modèle, à la place des lettres ?",
            ),
            Choice(
                "b",
                "il reçoit des numéros de morceaux, pas des lettres",
                "Le mot arrive en un ou deux morceaux, donc un ou deux numéros. Les lettres sont cachées dedans.",
            ),
            Choice(
                "c",
                "il lit trop vite et saute des lettres",
                "Une machine ne saute rien : elle lit tout ce qu'on lui donne. Mais que lui donne-t-on, des lettres "
                "ou des morceaux ?",
            ),
        ),
        right="b",
    ),
    Question(
        name="quiz_6_2",
        prompt="Ta machine n'a jamais vu le mot « zibulon ». Que fait-elle ?",
        choices=(
            Choice(
                "a",
                "elle s'arrête : ce mot n'est pas dans sa liste",
                "C'est ce qui arriverait avec une liste de mots. Mais que trouve-t-on au tout début de sa liste de "
                "morceaux ?",
            ),
            Choice(
                "b",
                "elle le remplace par le mot connu le plus proche",
                "Alors le texte changerait ! Relis `fusionner` : y a-t-il un endroit où une lettre peut changer ?",
            ),
            Choice(
                "c",
                "elle le coupe en morceaux plus petits, qu'elle connaît",
                "Au pire, elle garde les lettres une par une. Voilà pourquoi un grand modèle peut lire n'importe quel "
                "mot.",
            ),
        ),
        right="c",
    ),
)

# To mark it out of 3: frequent neighbours are glued (1 point), again and again, so that frequent words become one
# piece (1 point); fewer pieces to read, or any new word can still be cut (1 point).
FREE_TEXTS = (
    FreeText(
        name="explique_6",
        prompt="Comment une machine choisit-elle ses morceaux de mots ? Et à quoi servent-ils ?",
        points=3,
    ),
)
