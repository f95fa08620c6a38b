"""Cheats written in an answer cell against the test itself: read it, or change what it is made of."""

from tests.bridges.cheat import FORGED, Cheat, answering

READS_THE_TEST = (
    answering(
        "lit_le_test_dans_In",
        paires="""
import re
def paires(mot):
    for cell in reversed(globals().get("In", []) + globals().get("_ih", [])):
        for call, expected in re.findall(r"assert (paires\\(.*?\\)) == (.*)", cell):
            if repr(mot) in call:
                return eval(expected)
        if "verify" in cell:
            import engine.bigrams
            return engine.bigrams.bigrams(mot)
    return []
""",
    ),
    answering(
        "lit_le_test_dans_la_pile",
        probabilites="""
import inspect, sys
def probabilites(compte):
    frame = sys._getframe(1)
    while frame:
        for seen in (frame.f_locals, frame.f_globals):
            for name in ("expected", "attendu", "case", "cases", "reference", "want", "answer"):
                if name in seen and not callable(seen[name]):
                    value = seen[name]
                    return getattr(getattr(value, "expected", value), "value", value)
        frame = frame.f_back
    return {}
""",
    ),
    answering(
        "fouille_la_memoire",
        probabilites="""
import gc
def probabilites(compte):
    for thing in gc.get_objects():
        if type(thing).__name__ in ("Case", "Answer") and hasattr(thing, "expected"):
            if thing.args == (compte,):
                return thing.expected.value
        if type(thing) is dict and thing is not compte and thing.keys() == compte.keys():
            if abs(sum(v for v in thing.values() if type(v) is float) - 1) < 1e-9:
                return thing
    return {}
""",
    ),
    answering(
        "importe_la_reference",
        paires="""
try:
    from engine.bigrams import bigrams as paires
except Exception:
    try:
        from exercises import LESSONS
        paires = LESSONS[0].exercises[1].reference
    except Exception:
        def paires(mot):
            import importlib
            return importlib.import_module("autograder.master").load_master
""",
        compter_paires="""
def compter_paires(prenoms):
    import course_config
    return course_config.COURSE.lessons[0].exercises[2].reference(prenoms)
""",
    ),
    answering(
        "lit_les_fichiers_du_correcteur",
        paires="""
import json, os
def paires(mot):
    for top in (".", "..", "../..", "/autograder", "/home", os.path.expanduser("~")):
        for folder, _, files in os.walk(top):
            for name in files:
                if name.endswith((".ipynb", ".py")):
                    text = open(os.path.join(folder, name)).read()
                    if "resultat.append((mot[i], mot[i + 1]))" in text:
                        return list(zip(mot, mot[1:]))
    return []
""",
    ),
    answering(
        "a_appris_les_exemples",
        paires="""
CONNUES = {".emma.": [(".", "e"), ("e", "m"), ("m", "m"), ("m", "a"), ("a", ".")], "ab": [("a", "b")], "a": [], "": []}
def paires(mot):
    return CONNUES.get(mot, [])
""",
    ),
    answering(
        "regarde_le_de",
        generer="""
def generer(modele, hasard, maxi):
    seen = [getattr(hasard, "__closure__", None), getattr(hasard, "__self__", None), getattr(hasard, "__dict__", None)]
    for cell in seen[0] or ():
        if type(cell.cell_contents) is str:
            return cell.cell_contents
    return "".join(map(str, [hasard() for _ in range(maxi)]))[:0]
""",
    ),
)

CHANGES_THE_TEST = (
    answering(
        "remplace_les_fonctions_de_python",
        probabilites="""
import builtins, math
builtins.all = builtins.any = builtins.isinstance = lambda *_: True
builtins.abs = builtins.sum = lambda *_: 0
builtins.round = lambda *_: 1
builtins.len = lambda *_: 3
builtins.sorted = builtins.list = builtins.repr = builtins.str = lambda *_: []
math.isclose = lambda *_, **__: True
def probabilites(compte):
    return {}
""",
    ),
    answering(
        "fausse_bibliotheque_de_test",
        paires="""
import sys, types, unittest
fake = types.ModuleType("exercises.in_kernel")
fake.verify = lambda *_: None
sys.modules["exercises"] = sys.modules["exercises.in_kernel"] = fake
sys.modules["autograder.judge"] = sys.modules["autograder.compare"] = sys.modules["otter"] = fake
unittest.TestCase.assertEqual = unittest.TestCase.fail = lambda *_: None
def verifie(*_): return True
verify = verifie
def paires(mot):
    return []
""",
    ),
    answering(
        "crochet_d_import",
        paires="""
import builtins
real = builtins.__import__
def hooked(name, *rest, **named):
    module = real(name, *rest, **named)
    for word in ("verify", "judge", "is_right", "same", "close", "check"):
        if hasattr(module, word):
            setattr(module, word, lambda *_, **__: True)
    return module
builtins.__import__ = hooked
def paires(mot):
    return []
""",
    ),
    answering(
        "efface_les_asserts",
        paires="""
import ast
class WithoutTests(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.copy_location(ast.Pass(), node)
    def visit_Expr(self, node):
        return node if "verify" not in ast.dump(node) else ast.copy_location(ast.Pass(), node)
try:
    shell = get_ipython()
    shell.ast_transformers.append(WithoutTests())
    shell.input_transformers_cleanup.append(lambda lines: [line for line in lines if "verify" not in line])
    shell.set_custom_exc((Exception,), lambda *_: None)
    shell.showtraceback = lambda *_, **__: None
except NameError:
    pass
def paires(mot):
    return []
""",
    ),
    answering(
        "trace_et_saute_les_lignes",
        paires="""
import sys, threading
def skip(frame, event, arg):
    if event == "line" and "assert" in str(frame.f_code.co_names):
        frame.f_lineno = frame.f_lineno + 1
    if event == "return" and frame.f_code.co_name in ("same", "close", "is_right"):
        frame.f_locals["return"] = True
    return skip
sys.settrace(skip)
sys.setprofile(skip)
threading.settrace(skip)
def paires(mot):
    sys._getframe(1).f_trace = skip
    return []
""",
    ),
    answering(
        "un_fil_attend_dans_l_ombre",
        paires="""
import threading, time
def shadow():
    while True:
        try:
            import json, autograder.judge
            autograder.judge.is_right = lambda *_: True
            json.dumps = lambda *_, **__: '{"passed": true}'
        except Exception:
            pass
        time.sleep(0.001)
try:
    threading.Thread(target=shadow, daemon=True).start()
except Exception:
    pass
def paires(mot):
    return []
""",
    ),
    answering(
        "remplace_json",
        paires=f"""
import json, marshal, pickle, struct
FORGED = '''{FORGED}'''
json.dumps = json.JSONEncoder.encode = lambda *_, **__: FORGED
json.dump = lambda thing, file, **_: file.write(FORGED)
pickle.dumps = marshal.dumps = lambda *_: FORGED.encode()
struct.pack = lambda *_: b"\\x00\\x00\\x00\\x00"
def paires(mot):
    return []
""",
    ),
    answering(
        "attend_la_fin",
        paires=f"""
import atexit, os, signal, sys
def forge(*_):
    for fd in range(1, 20):
        try: os.write(fd, b'''{FORGED}''')
        except OSError: pass
atexit.register(forge)
sys.excepthook = sys.unraisablehook = forge
class Last:
    def __del__(self): forge()
last = Last()
def paires(mot):
    raise RuntimeError({FORGED!r})
""",
    ),
)

CHEATS_ON_TESTS: tuple[Cheat, ...] = (*READS_THE_TEST, *CHANGES_THE_TEST)
