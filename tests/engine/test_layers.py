"""The bricks, and letters that look at each other, in plain loops."""

import random

import pytest

from engine import attention as at
from engine import layers


def matrix(rows, columns, seed=1):
    rng = random.Random(seed)
    return [[rng.gauss(0, 1) for _ in range(columns)] for _ in range(rows)]


def vector(n, seed=1):
    return matrix(1, n, seed)[0]


def test_context_never_reads_the_end_of_the_word():
    ids = [5, 13, 13, 1]
    assert [layers.context(ids, p, 3) for p in range(5)] == [
        [0, 0, 0], [0, 0, 5], [0, 5, 13], [5, 13, 13], [13, 13, 1],
    ]  # fmt: skip


def test_dot_is_symmetric_and_linear_filters_are_dots():
    a, b, W = vector(9, 1), vector(9, 2), matrix(4, 9)
    assert layers.dot(a, b) == pytest.approx(layers.dot(b, a))
    assert layers.linear(W, a) == pytest.approx([layers.dot(row, a) for row in W])
    assert layers.linear_layer(W, [1, 2, 3, 4], [0] * 9) == [1, 2, 3, 4]


def test_softmax_sums_to_1_and_ignores_shifts():
    scores = vector(5)
    assert sum(layers.softmax(scores)) == pytest.approx(1, abs=1e-12)
    assert layers.softmax([s + 700 for s in scores]) == pytest.approx(layers.softmax(scores))
    assert layers.softmax([1000.0, -1000.0]) == pytest.approx([1, 0])
    assert layers.softmax([0.0, float("-inf")]) == pytest.approx([1, 0])


def test_rmsnorm_gives_a_normal_size():
    x = vector(16)
    y = layers.rmsnorm(x)
    assert layers.dot(y, y) / 16 == pytest.approx(1, abs=1e-3)
    assert layers.rmsnorm([10 * v for v in x]) == pytest.approx(y, abs=1e-3)
    assert layers.rmsnorm([0.0, 0.0]) == pytest.approx([0, 0])


def test_relu_twice_is_relu_once():
    x = [-2.0, -0.5, 0.0, 0.5, 2.0]
    assert layers.relu(layers.relu(x)) == layers.relu(x) == [0.0, 0.0, 0.0, 0.5, 2.0]


def test_mlp_block_with_nothing_to_say_gives_its_input_back():
    assert layers.mlp_block(vector(4), matrix(8, 4), [[0.0] * 8] * 4) == pytest.approx(vector(4))


def test_nearest_is_another_letter():
    table = matrix(9, 3)
    for i in range(9):
        j = layers.nearest(table, i)
        assert j != i
        assert all(
            layers.distance(table[i], table[j]) <= layers.distance(table[i], table[k]) for k in range(9) if k != i
        )


@pytest.mark.parametrize("size", [1, 4, 9])
def test_score_divides_by_the_root_of_the_size(size):
    assert at.attention_score([1.0] * size, [1.0] * size) == pytest.approx(size / size**0.5)


def test_mask_rows_are_different_lists():
    mask = at.causal_mask(4)
    assert [sum(row) for row in mask] == [1, 2, 3, 4]
    assert len({id(row) for row in mask}) == 4


def test_masked_scores_leave_nothing_to_the_future():
    scores = matrix(4, 4)
    for i, row in enumerate(at.apply_mask(scores, at.causal_mask(4))):
        shares = layers.softmax(row)
        assert sum(shares) == pytest.approx(1) and not any(shares[i + 1 :])


def test_attention_by_mask_and_by_visible_scores_agree():
    xs, filters = matrix(4, 4), [matrix(4, 4, seed) for seed in (2, 3, 4)]
    found = at.causal_attention(xs, *filters)
    queries, keys, values = zip(*[at.qkv(x, *filters) for x in xs], strict=True)
    for row, weights in zip(found, at.attention_weights(queries, keys), strict=True):
        assert row == pytest.approx(at.weighted_sum(weights, values))
    assert found[0] == pytest.approx(values[0])


def test_the_future_changes_nothing():
    xs, filters = matrix(4, 4), [matrix(4, 4, seed) for seed in (2, 3, 4)]
    assert at.causal_attention([*xs[:3], vector(4, 9)], *filters)[:3] == at.causal_attention(xs, *filters)[:3]


@pytest.mark.parametrize(("size", "heads"), [(8, 2), (8, 4), (6, 1)])
def test_heads_put_back_together_are_the_vector(size, heads):
    parts = at.split_heads(vector(size), heads)
    assert len(parts) == heads and [v for part in parts for v in part] == vector(size)


def test_one_head_is_plain_attention():
    queries, keys, values = matrix(3, 4, 1), matrix(3, 4, 2), matrix(3, 4, 3)
    assert at.multi_head_attention(queries, keys, values, 1) == at.attend(queries, keys, values)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: layers.dot([1], [1, 2]), "1 and 2 numbers"),
        (lambda: layers.linear([[1, 2]], [1]), "2 and 1 numbers"),
        (lambda: layers.add([1], [1, 2]), "1 and 2 numbers"),
        (lambda: layers.softmax([]), "no scores"),
        (lambda: layers.rmsnorm([]), "no numbers"),
        (lambda: layers.nearest([[1]], 0), "at least two"),
        (lambda: layers.context([1, 2], 3, 2), "position 3"),
        (lambda: layers.concat_embeddings([[1]], [-1]), "symbol -1"),
        (lambda: at.visible_scores([1], [[1]], 1), "position 1"),
        (lambda: at.apply_mask([[1, 2]], [[1]]), "same shape"),
        (lambda: at.weighted_sum([1], [[1], [2]]), "1 weights for 2 vectors"),
        (lambda: at.split_heads([1, 2, 3], 2), "3 numbers into 2 heads"),
    ],
)
def test_bad_input_is_named(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()
