"""How easy the pupil's text is to read, lesson by lesson.

    python benchmarks/readability.py [--spelling]

Words between two things to do (a « step » ends at each code cell), length of sentences, and two easy-reading indexes:
Kandel and Moles (1958), Flesch's formula fitted to French, 207 - 1.015 × words per sentence - 73.6 × syllables per
word (100 very easy, 60 standard); and LIX (Björnsson, 1968), words per sentence + % of words over six letters
(under 30 children's books). Spelling is hunspell's French dictionary (Debian: hunspell hunspell-fr).
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
END = re.compile(r"(?<=[.!?…])[\s\u00a0\u202f»]+(?=[^\s\d])|\n+")
NOT_PROSE = re.compile(
    r"<details>[\s\S]*?</details>"  # folded, for the curious: sources
    r"|!\[[^\]]*\]\([^)]*\)"  # pictures
    r"|\]\([^)]*\)"  # the target of a link
    r"|`[^`]*`"  # code
    r"|<[^>]+>"  # tags
    r"|^#+.*$|^\|.*$",  # headings, tables
    re.MULTILINE,
)


@dataclass(frozen=True)
class Prose:
    """Text for pupils. steps: words before each thing to do."""

    name: str
    sentences: tuple[str, ...]
    steps: tuple[int, ...] = ()

    @property
    def words(self) -> list[str]:
        return [word for sentence in self.sentences for word in words(sentence)]

    @property
    def longest(self) -> str:
        return max(self.sentences, key=lambda sentence: len(words(sentence)), default="")

    @property
    def kandel_moles(self) -> float:
        syllables_per_word = sum(map(syllables, self.words)) / len(self.words)
        return 207 - 1.015 * len(self.words) / len(self.sentences) - 73.6 * syllables_per_word

    @property
    def lix(self) -> float:
        long = sum(len(word) > 6 for word in self.words)
        return len(self.words) / len(self.sentences) + 100 * long / len(self.words)


def words(text: str) -> list[str]:
    return WORD.findall(text)


def prose_of(markdown: str) -> str:
    """The sentences of a cell: code becomes the word « code », marks of emphasis and lists go."""
    text = NOT_PROSE.sub(lambda found: "code" if found[0].startswith("`") else " ", markdown)
    return re.sub(r"^[>\-*\s]+|[*_#]", "", text, flags=re.MULTILINE)


def sentences(text: str) -> tuple[str, ...]:
    """Split where a sentence ends; a lone label is no sentence."""
    pieces = (piece.strip() for piece in END.split(text))
    return tuple(piece for piece in pieces if words(piece))


def syllables(word: str) -> int:
    """Groups of vowels, without the silent e at the end: good enough for an average."""
    groups = len(re.findall(r"[aeiouyàâäéèêëîïôöùûüœæ]+", word.lower()))
    silent = re.search(r"[^aeiouyéèê](e|es|ent)$", word.lower()) and groups > 1
    return max(1, groups - bool(silent))


def read_lesson(path: Path) -> Prose:
    found: list[str] = []
    steps: list[int] = []
    since = 0
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            said = sentences(prose_of("".join(cell["source"])))
            found += said
            since += sum(len(words(sentence)) for sentence in said)
        elif since:
            steps.append(since)
            since = 0
    return Prose(path.stem, tuple(found), tuple(steps))


def lessons() -> list[Prose]:
    return [read_lesson(path) for path in sorted((ROOT / "source").glob("*/*.ipynb"))]


def feedback() -> list[Prose]:
    """What the grader says, lesson by lesson."""
    from course_config import COURSE

    return [
        Prose(f"{lesson.name} (indices)", tuple(s for text in hints_of(lesson) for s in sentences(prose_of(text))))
        for lesson in COURSE.lessons
        if lesson.items
    ]


def hints_of(lesson) -> Iterator[str]:
    for exercise in lesson.exercises:
        yield exercise.built
        yield from exercise.hints
        yield from (idea.hint for idea in exercise.misconceptions)
        yield from (prop.says for prop in exercise.properties)
    for question in lesson.questions:
        yield from (choice.reason for choice in question.choices)


def misspelt(texts: list[Prose]) -> dict[str, list[str]]:
    """Words that hunspell's French dictionary does not know, by text; capitals (names) apart. Needs hunspell-fr."""
    known = COURSE_WORDS | code_words()
    found = {}
    for text in texts:
        asked = sorted({part for word in text.words for part in parts(word) if part.islower()} - known)
        done = subprocess.run(
            ["hunspell", "-i", "utf-8", "-d", "fr_FR", "-l"],
            input="\n".join(asked),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        if unknown := sorted(set(done.stdout.split())):
            found[text.name] = unknown
    return found


def parts(word: str) -> list[str]:
    """« l’élève » is two words for a dictionary, « aujourd’hui » is one."""
    return [] if "aujourd" in word.lower() else re.split(r"['’-]", word)


def code_words() -> set[str]:
    """Every word of the lessons' code: it may be named in a sentence."""
    cells = (
        "".join(cell["source"])
        for path in (ROOT / "source").glob("*/*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    )
    return {word for code in cells for word in re.findall(r"[a-z]+", code.lower())}


# Words no French dictionary has: letters of examples, and the field's own.
COURSE_WORDS = set(
    "bigramme bigrammes embedding embeddings softmax token tokens microgpt encoding reward query key value "
    "extend ord else jea alex aa zibulon "
    "follow human language models with feedback to few shot learners are unsupervised multitask".split()
)


def main(options: list[str]) -> None:
    print("| Text | Words | Sentence: mean | longest | Step: mean | longest | Kandel-Moles | LIX |")
    print("|---|---|---|---|---|---|---|---|")
    texts = [*lessons(), *feedback()]
    for text in texts:
        lengths = [len(words(sentence)) for sentence in text.sentences]
        steps = f"{sum(text.steps) / len(text.steps):.0f} | {max(text.steps)}" if text.steps else "– | –"
        mean = sum(lengths) / len(lengths)
        print(
            f"| {text.name} | {len(text.words)} | {mean:.1f} | {max(lengths)} | {steps}"
            f" | {text.kandel_moles:.0f} | {text.lix:.0f} |"
        )
    for text in texts:
        if len(words(text.longest)) > 25:
            print(f"\nToo long, in {text.name}: {text.longest}")
    if "--spelling" in options:
        if not shutil.which("hunspell"):
            sys.exit("hunspell is missing: apt-get install hunspell hunspell-fr")
        print("\nUnknown to hunspell:", misspelt(texts))


if __name__ == "__main__":
    main(sys.argv[1:])
