"""Python's errors, told to a 12-year-old: what happened, what to look at. Sentences and patterns live together here."""

import builtins
import difflib
import keyword
import re

TYPES = {
    "int": "un nombre",
    "float": "un nombre",
    "str": "un texte",
    "list": "une liste",
    "dict": "un dictionnaire",
    "tuple": "une paire",
    "set": "un ensemble",
    "bool": "vrai ou faux",
    "NoneType": "rien du tout (None)",
    "function": "une fonction",
    "builtin_function_or_method": "une fonction",
    "type": "un nom de type",
    "range": "une suite de numéros",
}

KINDS_OF_FUNCTION = "(?:function|builtin_function_or_method|method|type)"

# (kind of error, pattern searched in Python's message, sentence; {1} {2} are the groups, types are translated)
FAMILIES: tuple[tuple[str, str, str], ...] = (
    (
        "SyntaxError",
        r"leading zeros in decimal integer",
        "Pour un nombre à virgule, Python veut un point : écris `0.02`, pas 0,02.",
    ),
    ("SyntaxError", r"'return' outside function", "Le return n'est plus dans la fonction : décale-le vers la droite."),
    ("SyntaxError", r"expected ':'", "Il manque les deux-points « : » à la fin de la ligne."),
    ("SyntaxError", r"'([(\[{])' was never closed", "Tu as ouvert `{1}` sans le refermer."),
    ("SyntaxError", r"unmatched '([)\]}])'", "Il y a un `{1}` de trop, ou il manque celui qui l'ouvre."),
    (
        "SyntaxError",
        r"does not match opening",
        "Tu ouvres avec un signe et tu refermes avec un autre. Relis tes parenthèses.",
    ),
    ("SyntaxError", r"unterminated .*string literal", "Il manque un guillemet pour fermer le texte."),
    ("SyntaxError", r"forgot a comma", "Il manque peut-être une virgule, ou un signe entre deux mots."),
    (
        "SyntaxError",
        r"Maybe you meant '=='",
        "Pour comparer, il faut deux signes égal : `==`. Un seul range dans une boîte.",
    ),
    ("SyntaxError", r"cannot assign", "À gauche du signe =, il faut le nom d'une boîte."),
    ("SyntaxError", r"invalid decimal literal", "Un nom ne peut pas commencer par un chiffre."),
    (
        "SyntaxError",
        r"invalid character|non-printable",
        "Il y a un signe que Python ne connaît pas. Retape la ligne (guillemets droits).",
    ),
    (
        "SyntaxError",
        r"'(break|continue)' (outside|not)",
        "`{1}` doit être dans une boucle : regarde le décalage de la ligne.",
    ),
    (
        "IndentationError",
        r"expected an indented block",
        "Après les deux-points, la ligne suivante doit être décalée de 4 espaces.",
    ),
    (
        "IndentationError",
        r"unexpected indent",
        "Cette ligne est trop décalée vers la droite. Aligne-la avec celle d'avant.",
    ),
    (
        "IndentationError",
        r"unindent does not match",
        "Le début de cette ligne n'est aligné avec rien. Compte les espaces : 0, 4 ou 8.",
    ),
    ("TabError", r"", "Des espaces et des tabulations sont mélangés. Retape le décalage avec la barre d'espace."),
    (
        "UnboundLocalError",
        r"",
        "Tu utilises une boîte encore vide. Donne-lui une valeur avant la boucle (souvent 0 ou []).",
    ),
    ("IndexError", r"pop from empty", "Tu retires quelque chose d'une liste déjà vide."),
    ("IndexError", r"", "Tu vas une case trop loin : les cases sont numérotées de 0 à `len(...) - 1`."),
    ("KeyError", r"(.+)", "Le dictionnaire n'a pas (encore) la clé `{1}`. Vérifie d'abord avec `if … in …`."),
    ("ZeroDivisionError", r"", "Tu divises par zéro : regarde quand le bas de ta division peut valoir 0."),
    ("ValueError", r"math domain error|positive input", "`math.log` n'aime pas 0 : une probabilité est tombée à 0."),
    ("ValueError", r"is not in list|not in list", "Tu cherches dans une liste quelque chose qui n'y est pas."),
    ("ValueError", r"substring not found", "Tu cherches dans un texte un morceau qui n'y est pas."),
    ("ValueError", r"invalid literal for int|could not convert string", "Ce texte ne peut pas devenir un nombre."),
    ("ValueError", r"unpack", "Tu ranges dans plusieurs boîtes, mais il n'y a pas le bon nombre de valeurs."),
    ("OverflowError", r"", "Le nombre est devenu trop gigantesque pour Python."),
    (
        "RecursionError",
        r"",
        "Ta fonction s'appelle elle-même sans fin. Elle n'a pas besoin de s'appeler : une boucle suffit.",
    ),
    ("MemoryError", r"", "Ton code demande trop de mémoire. Une liste ou un texte grandit-il sans fin ?"),
    (
        "ModuleNotFoundError",
        r"No module named '([^']+)'",
        "Le module `{1}` n'existe pas ici. On peut faire cet exercice sans lui.",
    ),
    ("ImportError", r"", "Cet import ne marche pas ici. On peut faire cet exercice sans lui."),
    (
        "EOFError",
        r"",
        "Ton code pose une question avec `input()`, mais ici personne ne répond. Utilise les entrées de la fonction.",
    ),
    ("SystemExit", r"", "Ton code demande à Python de s'arrêter (exit ou quit). Enlève cette ligne."),
    ("KeyboardInterrupt", r"", "Ton code demande à Python de s'arrêter. Enlève cette ligne."),
    (
        "TropDeTirages",
        r"",
        "Ta boucle ne s'arrête jamais : elle lance le dé plus de 200 fois. Qu'est-ce qui doit la faire finir ?",
    ),
    ("EndlessLoop", r"", "Cette boucle ne s'arrête jamais : quelque chose doit changer à chaque tour."),
    (
        "RuntimeError",
        r"dictionary changed size",
        "Tu changes le dictionnaire pendant que tu le parcours. Range plutôt dans un nouveau.",
    ),
    ("AssertionError", r"", "Une vérification (assert) que tu as écrite n'est pas respectée."),
    ("StopIteration", r"", "Tu demandes un élément de plus, mais il n'y en a plus."),
    (
        "TypeError",
        rf"'{KINDS_OF_FUNCTION}' object is not subscriptable",
        "Une fonction s'appelle avec des parenthèses ( ), pas avec des crochets [ ].",
    ),
    (
        "TypeError",
        rf"['\"]{KINDS_OF_FUNCTION}['\"]|, not {KINDS_OF_FUNCTION}$",
        "Il manque des parenthèses `()` après le nom d'une fonction.",
    ),
    (
        "TypeError",
        r"can only concatenate str|must be str, not",
        "Tu colles un texte avec autre chose. Avec +, il faut deux textes ou deux nombres.",
    ),
    (
        "TypeError",
        r"can only concatenate list",
        "Tu colles une liste avec autre chose. Pour ajouter un élément : `append`.",
    ),
    (
        "TypeError",
        r"unsupported operand .+: '(?:list|tuple)' and '(?:list|tuple)'",
        "Python ne calcule pas entre deux listes d'un coup. Va élément par élément, avec une boucle.",
    ),
    (
        "TypeError",
        r"unsupported operand .+: 'str' and 'str'",
        "Entre deux textes, Python sait seulement coller, avec `+`. Pour calculer, il faut des nombres.",
    ),
    (
        "TypeError",
        r"unsupported operand .*'NoneType'",
        "Dans ce calcul, une des valeurs est vide (None). Une étape d'avant n'a rien donné.",
    ),
    (
        "TypeError",
        r"unsupported operand .+: '(\w+)' and '\1'",
        "Python ne sait pas calculer avec {1} de chaque côté. Prends leurs nombres, un par un.",
    ),
    (
        "TypeError",
        r"unsupported operand type\(s\) for .+: '(\w+)' and '(\w+)'",
        "Tu mélanges {1} et {2} dans un calcul. Affiche les deux avec print pour voir lequel est lequel.",
    ),
    (
        "TypeError",
        r"not supported between instances of '(\w+)' and '\1'",
        "Python ne sait pas ranger cela du plus petit au plus grand. Compare des nombres.",
    ),
    (
        "TypeError",
        r"not supported between instances of '(\w+)' and '(\w+)'",
        "Tu compares {1} et {2} : Python ne sait pas lequel est le plus grand.",
    ),
    (
        "TypeError",
        r"'NoneType' object is not callable",
        "Tu appelles une fonction encore vide. Exécute d'abord la case qui la fabrique.",
    ),
    (
        "TypeError",
        r"'(\w+)' object is not callable",
        "Tu mets des parenthèses après {1}, qui n'est pas une fonction. Pour une case : des crochets [ ].",
    ),
    ("TypeError", r"'(\w+)' object is not subscriptable", "Tu mets des crochets [ ] après {1}, qui n'a pas de cases."),
    (
        "TypeError",
        r"argument of type '(\w+)' is not",
        "`in` cherche dans une liste, un texte ou un dictionnaire, mais tu lui donnes {1}.",
    ),
    (
        "TypeError",
        r"'(\w+)' object is not iterable",
        "Tu demandes à Python de parcourir {1}. On parcourt une liste, un texte ou un `range(...)`.",
    ),
    (
        "TypeError",
        r"'(\w+)' object does not support item assignment",
        "On ne peut pas changer une case dans {1}. Fabrique un nouveau résultat.",
    ),
    (
        "TypeError",
        r"'(\w+)' object cannot be interpreted as an integer",
        "Il faut un nombre entier ici, et tu donnes {1}. Pense à `len(...)`.",
    ),
    ("TypeError", r"must be real number, not (\w+)", "Il faut un seul nombre ici, et tu donnes {1}."),
    (
        "TypeError",
        r"can't multiply sequence by non-int of type '(?:list|tuple|str)'",
        "On ne multiplie pas une liste ou un texte d'un coup : va élément par élément.",
    ),
    (
        "TypeError",
        r"can't multiply sequence by non-int",
        "Tu multiplies une liste ou un texte, pas un nombre : va case par case. As-tu écrit 0,1 au lieu de `0.1` ?",
    ),
    ("TypeError", r"indices must be integers", "Le numéro d'une case doit être un nombre entier."),
    (
        "TypeError",
        r"unhashable type: '(\w+)'",
        "Dans un dictionnaire, la clé ne peut pas être {1}. Une lettre convient.",
    ),
    ("TypeError", r"object of type '(\w+)' has no len", "`len` compte les cases, mais tu lui donnes {1}."),
    ("TypeError", r"cannot unpack", "Tu ranges dans plusieurs boîtes, mais il n'y a qu'une valeur."),
    (
        "TypeError",
        r"(\w+)\(\) (?:missing|takes)",
        "Tu appelles `{1}` avec trop ou pas assez d'entrées entre les parenthèses.",
    ),
    (
        "TypeError",
        r"",
        "Tu mélanges deux choses qui ne vont pas ensemble. Affiche-les avec print pour voir ce que c'est.",
    ),
    (
        "AttributeError",
        r"'(\w+)' object has no attribute '(add|push|insert_last)'",
        "Pour ajouter à une liste : `append`.",
    ),
    (
        "AttributeError",
        r"'NoneType' object has no attribute '(\w+)'",
        "Tu utilises `.{1}` sur rien du tout (None). Une étape d'avant n'a rien donné.",
    ),
    (
        "AttributeError",
        r"'(\w+)' object has no attribute '(\w+)'",
        "Python ne connaît pas `.{2}` pour {1}. Vérifie l'orthographe.",
    ),
    ("AttributeError", r"", "Python ne connaît pas ce qui est après le point. Vérifie l'orthographe."),
    ("OSError", r"", "Ici, ton code ne peut pas ouvrir de fichier. Sers-toi seulement des entrées de la fonction."),
)
FILES = {"FileNotFoundError", "PermissionError", "IsADirectoryError", "NotADirectoryError", "UnsupportedOperation"}


def explain_error(kind: str, detail: str, line: int = 0, code: str = "", entry: str = "") -> str:
    """One or two French sentences about an error of type `kind`.

    code    helps to find a misspelt word, or what a line was meant to be
    entry   the function asked for, to see that its first line was changed
    """
    kind = "OSError" if kind in FILES else kind
    if kind == "NameError":
        sentence = unknown_word(detail, code)
    elif kind == "TypeError" and line == 0 and entry and detail.startswith(f"{entry}()"):
        sentence = "Ta fonction n'a pas le bon nombre d'entrées. Garde la première ligne comme dans la consigne."
    elif kind == "SyntaxError" and (swapped := SWAPPED.search(written_at(line, code))):
        sentence = f"Le signe égal vient en dernier : on écrit `{swapped[1]}=`, pas `={swapped[1]}`."
    else:
        sentence = family_sentence(kind, detail)
    return f"Ligne {line} : {sentence}" if line else sentence


SWAPPED = re.compile(r"=([<>])(?!=)")


def written_at(line: int, code: str) -> str:
    """This line of the code, without its comment and its texts."""
    lines = code.splitlines()
    return re.sub(r"#.*|\"[^\"]*\"|'[^']*'", "", lines[line - 1]) if 0 < line <= len(lines) else ""


def family_sentence(kind: str, detail: str) -> str:
    for family, pattern, sentence in FAMILIES:
        if family == kind and (found := re.search(pattern, detail)):
            groups = [TYPES.get(group, group) for group in found.groups()]
            return sentence.format(None, *groups) if "{" in sentence and groups else sentence
    if kind in ("SyntaxError", "IndentationError"):
        return "Python ne comprend pas cette ligne. Il manque peut-être un « : », une parenthèse ou un guillemet."
    return f"Python s'est arrêté avec une erreur de type `{kind}`. Relis la ligne doucement, mot par mot."


def only_quoted_keys(word: str, code: str) -> str | None:
    """The dictionary asked for `word` without quotes, in code where all its other keys have theirs."""
    asked = re.search(rf"\b(\w+)\[\s*{re.escape(word)}\s*\]", code)
    others = re.findall(rf"\b{asked[1]}\[\s*(?!{re.escape(word)}\s*\])(.)", code) if asked else []
    return asked[1] if others and all(sign in "\"'" for sign in others) else None


FROM_MATH = {"exp", "log", "log10", "sqrt", "pi", "floor", "ceil", "fsum"}


def unknown_word(detail: str, code: str) -> str:
    found = re.search(r"name '([^']+)'", detail)
    if not found:
        return "Python ne connaît pas un des mots. Vérifie l'orthographe."
    word = found.group(1)
    if set(word) == {"_"}:
        return "Il reste un trou à remplir : cherche les `____`."
    known = set(re.findall(r"[^\W\d]\w*", code)) | set(dir(builtins)) | set(keyword.kwlist)
    if word in FROM_MATH:
        return f"Python ne connaît pas `{word}` tout court. Écris `math.{word}`."
    if word == "inf":
        return "Python ne connaît pas `inf` tout court. Écris `float('inf')`, avec des guillemets."
    if owner := only_quoted_keys(word, code):
        return f'Il manque les guillemets : `{word}` est un mot. Écris `{owner}["{word}"]`.'
    guess = difflib.get_close_matches(word, sorted(known - {word}), n=1, cutoff=0.75)
    if guess:
        return f"Python ne connaît pas le mot `{word}`. Voulais-tu écrire `{guess[0]}` ?"
    return (
        f"Python ne connaît pas le mot `{word}`. Vérifie l'orthographe (majuscules comprises), "
        "mets des guillemets si c'est un texte, ou crée la boîte avant."
    )
