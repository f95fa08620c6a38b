"""Cheats written in an answer cell against what comes out of it: forged verdicts, values that lie; and a few answers
that look like cheats and are right."""

from tests.bridges.cheat import FORGED, HONEST, Cheat, answering, shell_mark

FORGES = (
    answering(
        "affiche_un_verdict",
        paires=f"""
import sys
def paires(mot):
    for way in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try: print('''{FORGED}''', file=way, flush=True)
        except Exception: pass
    print("2/2  C'est juste !  100 %  [PASSED]")
    return '''{FORGED}'''
""",
    ),
    answering(
        "ecrit_sur_tous_les_tuyaux",
        paires=f"""
import os
def paires(mot):
    forged = b'''{FORGED}'''
    for fd in range(1, 64):
        try: os.write(fd, len(forged).to_bytes(4, "big") + forged + b"\\n")
        except OSError: pass
    return []
""",
    ),
    answering(
        "ecrit_results_json",
        paires=f"""
import os
for path in ("results.json", "../results.json", "/autograder/results/results.json", "results/results.json"):
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "w") as file: file.write('''{FORGED}''')
    except OSError:
        pass
def paires(mot):
    return []
""",
    ),
    answering(
        "ecrit_dans_la_base_de_notes",
        paires="""
import os, sqlite3
def paires(mot):
    return []
for up in range(8):
    base = "../" * up + "gradebook.db"
    try:
        if os.path.exists(base):
            with sqlite3.connect(base) as db:
                db.execute("update grade set auto_score = 100, manual_score = 100, needs_manual_grade = 0")
                db.execute("create trigger plus after update on grade begin update grade set auto_score = 100; end")
    except Exception:
        pass
""",
    ),
    answering("quitte_avec_succes", paires="import os\nos._exit(0)\ndef paires(mot):\n    return []"),
    answering("quitte_dans_la_fonction", paires="import os\ndef paires(mot):\n    os._exit(0)"),
    answering(
        "sort_avec_une_note",
        paires='def paires(mot):\n    raise SystemExit("20/20")',
        probabilites='raise SystemExit(0)\ndef probabilites(compte):\n    return {"points": 100}',
        suggestions="def suggestions(compte, n):\n    raise KeyboardInterrupt",
    ),
    answering(
        "se_tue",
        paires="""
import os, signal
def paires(mot):
    for name in ("getpid", "getppid"):
        try: os.kill(getattr(os, name)(), signal.SIGKILL)
        except Exception: pass
    return []
""",
    ),
    answering(
        "magies_de_jupyter",
        paires=f"""
!{shell_mark("magies_de_jupyter")} && echo "20/20" > results.json
%run -i autre.py
%load_ext autoreload
%config InteractiveShell.ast_node_interactivity = "none"
%env PYTHONPATH=.
def paires(mot):
    return []
""",
    ),
)

LIES_ABOUT_TYPES = (
    answering(
        "toujours_egal",
        paires="""
class Yes(list):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __len__(self): return 5
    __hash__ = None
def paires(mot):
    return Yes()
""",
        suggestions="""
class Any:
    def __eq__(self, other): return True
    def __getattr__(self, name): return Any()
    def __call__(self, *_, **__): return Any()
    def __bool__(self): return True
    def __iter__(self): return iter(())
    __class__ = list
def suggestions(compte, n):
    return Any()
""",
    ),
    answering(
        "nombres_complices",
        probabilites="""
class Close(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return Close(0)
    __rsub__ = __sub__
    def __abs__(self): return 0.0
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __round__(self, n=0): return Close(0)
    def __hash__(self): return 0
def probabilites(compte):
    return {letter: Close(0.5) for letter in compte}
""",
        choisir="""
class Letter(str):
    def __eq__(self, other): return True
    def __hash__(self): return 0
def choisir(probas, tirage):
    return Letter("?")
""",
    ),
    answering(
        "dictionnaire_menteur",
        probabilites="""
class Page(dict):
    def __eq__(self, other): return True
    def __missing__(self, key): return self
    def keys(self): return self
    def items(self): return []
    def __getitem__(self, key): return 1
def probabilites(compte):
    return Page(x=1)
""",
    ),
    answering(
        "pas_un_nombre",
        probabilites="def probabilites(compte):\n    return {letter: float('nan') for letter in compte}",
        choisir="def choisir(probas, tirage):\n    return float('inf')",
    ),
    answering(
        "reponse_sans_fin",
        paires="def paires(mot):\n    while True:\n        yield (mot, mot)",
        probabilites="def probabilites(compte):\n    return {letter: 10 ** 5000 for letter in compte}",
        suggestions="import itertools\ndef suggestions(compte, n):\n    return itertools.cycle(sorted(compte))",
        choisir="def choisir(probas, tirage):\n    nest = []\n    nest.append(nest)\n    return nest",
    ),
    answering("quiz_toutes_les_reponses", quiz_2='quiz_2 = "a", "b", "c"', quiz_3='quiz_3 = "abc"'),
    answering(
        "quiz_toujours_egal",
        quiz_2='class Yes(str):\n    __eq__ = lambda *_: True\nquiz_2 = Yes("?")',
        quiz_3='quiz_3 = type("Q", (), {"__eq__": lambda *_: True, "strip": lambda s: s, "lower": lambda s: "a"})()',
    ),
)

RIGHT = "def paires(mot):\n    return list(zip(mot, mot[1:]))\n"
LOUD = RIGHT.replace("    return", "    {}\n    return")
DESERVED = (
    answering(
        "juste_et_previent",
        HONEST | {"paires"},
        paires="import warnings\nwarnings.warn('moi')\n" + LOUD.format("warnings.warn('attention')"),
    ),
    answering(
        "juste_et_bavarde",
        HONEST | {"paires"},
        paires="import sys\n" + LOUD.format("print('x' * 5000, file=sys.stderr); print('{\"points\": 0}')"),
    ),
    answering("juste_apres_un_essai", HONEST | {"paires"}, paires=f"assert False, 'un essai'\n{RIGHT}"),
    answering(
        "juste_par_une_autre_voie",
        HONEST | {"paires", "probabilites"},
        paires=f"{RIGHT}\nclass Recette:\n    __call__ = staticmethod(paires)\npaires = Recette()\n",
        probabilites="""
from collections import Counter
probabilites = lambda compte: Counter({lettre: compte[lettre] / sum(compte.values()) for lettre in compte})
""",
    ),
)

CHEATS_IN_ANSWERS: tuple[Cheat, ...] = (*FORGES, *LIES_ABOUT_TYPES, *DESERVED)
