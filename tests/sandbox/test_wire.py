"""The trusted side reads hostile text: it gives plain values or WireError, nothing else, in little time."""

import json
import random
import time

import pytest

from autograder.answer import Opaque
from autograder.sandbox.job import Job, Unit
from autograder.sandbox.reply import read_reply
from autograder.wire import DEPTH, KEYS, NODES, Decoder, WireError, clean_text, encode, loads

JOB = Job((Unit("x = 1"),), "f", ((1,), (2,)))
ANSWER = {
    "value": {"d": [["é", {"t": [1, 2.5, None, True]}], [{"t": ["a"]}, {"s": [1]}]]},
    "raised": None,
    "args": [[1, {"f": "nan"}], {"o": "Machin"}],
    "twins": False,
    "output": "bonjour\n",
}
REPLY = {
    "entry": "function",
    "problems": [[0, ["NameError", "name 'a' is not defined", 3]]],
    "answers": [ANSWER, {**ANSWER, "value": None, "raised": ["ValueError", "", 1]}],
    "output": "",
}


def decode(value):
    return Decoder().decode(loads(json.dumps(value).encode()))


def read(reply):
    return read_reply(reply if type(reply) is bytes else json.dumps(reply).encode(), JOB, 1000, 0.1)


@pytest.mark.parametrize("value", [{"a": (1, {2, (3,)}), None: [True, 1.5, "é\0"]}, [[]], (), set(), {}, -0.0, 10**999])
def test_what_is_encoded_decodes_to_the_same(value):
    assert repr(decode(encode(value))) == repr(value)


@pytest.mark.parametrize("value", [object(), 1j, b"", frozenset(), range(3), 10**1000, True.__class__, [{1: iter([])}]])
def test_what_cannot_cross_is_not_encoded(value):
    with pytest.raises(TypeError):
        encode(value)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"l": [1]},
        {"t": [1], "s": []},
        {"t": {}},
        {"d": [[1]]},
        {"d": [[1, 2, 3]]},
        {"d": [1]},
        {"d": [[[1], 2]]},
        {"d": [[{"d": []}, 2]]},
        {"d": [[{"o": "A"}, 2]]},
        {"d": [[1, 2], [1, 3]]},
        {"d": [[1, 2], [True, 3]]},
        {"s": [[]]},
        {"s": [{"s": []}]},
        {"s": [1, 1]},
        {"f": "1.5"},
        {"f": 1},
        {"o": 1},
        {"d": [[{"t": list(range(20))}, 1]]},
    ],
    ids=json.dumps,
)
def test_a_shape_that_means_nothing_is_refused(value):
    with pytest.raises(WireError):
        decode(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nan",
        "NaN",
        "[Infinity]",
        "[-Infinity]",
        "[1e999]",
        "[0.5, 1e999]",
        '{"a": 1, "a": 1}',
        '"\\ud800"',
        '["a", "\\udfff\\ud800"]',
        "1" * 1002,
        "-" + "1" * 5000,
        "[" * 100_000,
        '{"t":' * 50_000,
        "[1] 2",
        "\x00",
        b"\xff",
        b"\xff\xfe",
        b'"\xed\xa0\x80"',
        "[1]".encode("utf-16"),
        b"\xef\xbb\xbf[1]",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_json_with_liberties_is_refused(text):
    with pytest.raises(WireError):
        Decoder().decode(loads(text if type(text) is bytes else text.encode()))


@pytest.mark.parametrize(
    "value",
    [
        json.loads("[" * (DEPTH + 2) + "]" * (DEPTH + 2)),
        [[]] * NODES,
        ["a"] * NODES,
        [1] * NODES,
        {"s": list(range(KEYS + 1))},
        {"d": [[n, 0] for n in range(KEYS + 1)]},
        [{"d": [[n, 0] for n in range(KEYS // 2)]}] * 3,
    ],
    ids=["depth", "lists", "texts", "numbers", "items", "keys", "keys in all"],
)
def test_the_caps_hold(value):
    with pytest.raises(WireError):
        decode(value)


@pytest.mark.parametrize(
    "keys",
    [[n * (2**61 - 1) for n in range(KEYS)], [{"t": [-1 - (n >> i & 1) for i in range(7)]} for n in range(128)]],
    ids=["ints", "tuples"],
)
def test_keys_that_collide_take_little_time(keys):
    before = time.process_time()
    assert len(decode({"d": [[key, 0] for key in keys]})) == len(keys)
    assert time.process_time() - before < 1


def test_the_caps_leave_room_for_real_answers():
    assert len(decode([[0.5] * 27] * 27 * 27)) == 27 * 27
    assert len(decode({"d": [[{"t": [a, b]}, 1] for a in range(27) for b in range(27)]})) == 27 * 27


def test_the_caps_are_for_the_whole_reply():
    """Not for each of its answers."""
    answers = [{**ANSWER, "value": [1] * (NODES // 2)}] * 2
    read({**REPLY, "answers": [answers[0], ANSWER]})
    with pytest.raises(WireError):
        read({**REPLY, "answers": answers})


def test_a_reply_is_read():
    run = read(REPLY)
    assert run.answers[0].value == {"é": (1, 2.5, None, True), ("a",): {1}}
    assert run.answers[0].args_after[1] == Opaque("Machin")
    assert (run.answers[1].raised.kind, run.problems[0][1].line) == ("ValueError", 3)


def without(field):
    return {name: value for name, value in REPLY.items() if name != field}


@pytest.mark.parametrize(
    "reply",
    [
        {},
        [],
        None,
        {"stopped": "cpu"},
        {"stopped": ["memory"]},
        {**REPLY, "stopped": "memory"},
        {**REPLY, "verdict": "passed"},
        without("output"),
        {**REPLY, "entry": "none"},
        {**REPLY, "entry": []},
        {**REPLY, "answers": [ANSWER]},
        {**REPLY, "answers": [ANSWER] * 3},
        {**REPLY, "answers": {"0": ANSWER}},
        {**REPLY, "answers": [ANSWER, None]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "score": 1}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "twins": 1}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "output": 1}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "args": {"t": []}}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "raised": ["A", "b"]}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "raised": ["A", "b", -1]}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "raised": ["A", "b", True]}]},
        {**REPLY, "answers": [ANSWER, {**ANSWER, "raised": ["A", "b", 10**900]}]},
        {**REPLY, "problems": [[0, ["A", "b", 1]]] * 21},
        {**REPLY, "problems": [[1, ["A", "b", 1]]]},
        {**REPLY, "problems": [["0", ["A", "b", 1]]]},
        {**REPLY, "problems": [[0]]},
    ],
    ids=lambda reply: str(reply)[-60:],
)
def test_a_reply_with_anything_else_is_refused(reply):
    with pytest.raises(WireError):
        read(reply)


def test_random_damage_is_an_answer_or_a_wire_error():
    rng = random.Random(4)
    whole = json.dumps(REPLY).encode()
    refused = 0
    for _ in range(3000):
        damaged = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            start = rng.randrange(len(damaged))
            piece = rng.choice([b"", b"[", b"}", b'"', b"9" * rng.randint(1, 2000), b'{"d":[', rng.randbytes(3)])
            damaged[start : start + rng.randrange(6)] = piece
        try:
            read(bytes(damaged))
        except WireError:
            refused += 1
    assert 1000 < refused < 3000


def test_random_json_is_a_value_or_a_wire_error():
    rng = random.Random(5)

    def some(depth):
        if depth == 0 or rng.random() < 0.3:
            return rng.choice([None, True, 0, -1, 0.5, "", "nan", "a", [], {}])
        items = [some(depth - 1) for _ in range(rng.randint(0, 3))]
        return items if rng.random() < 0.5 else {rng.choice("tsdfol"): rng.choice([items, *items])} if items else items

    decoded = 0
    for _ in range(3000):
        try:
            decode(some(5))
            decoded += 1
        except WireError:
            continue
    assert 300 < decoded < 3000


class TestCleanText:
    @pytest.mark.parametrize(
        "char", "\x00 \x07 \x1b \x7f \x85 \u200e \u200f \u202a \u202e \u2066 \u2069 \ud800 \ue000".split()
    )
    def test_what_could_fool_a_reader_is_removed(self, char):
        assert clean_text(f"a{char}b\n\tc") == "ab\n\tc"

    @pytest.mark.parametrize("text", ["été : « l’œuf »", "👩‍👧 日本", "e\u0301"])
    def test_what_people_write_stays(self, text):
        assert clean_text(text) == text

    def test_it_is_capped(self):
        assert clean_text("abc" * 10, 4) == "abca"
