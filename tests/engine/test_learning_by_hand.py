"""Loss, gradient and gradient descent, done by hand on a table."""

import math

import pytest

from engine.layers import softmax
from engine.loss import best_rate, gradient, loss, mean_loss, train, update
from engine.scalar import LogOfZero


def test_loss_is_nothing_when_sure_and_ln_27_by_chance():
    assert loss([0.0, 1.0], 1) == pytest.approx(0)
    assert loss([1 / 27] * 27, 3) == pytest.approx(math.log(27))
    assert loss([0.1, 0.9], 0) > loss([0.2, 0.8], 0) > loss([0.9, 0.1], 0)


def test_gradient_is_the_slope_of_the_loss():
    scores, h = [0.5, -1.0, 2.0, 0.0], 1e-5
    for target in range(4):
        found = gradient(softmax(scores), target)
        assert sum(found) == pytest.approx(0, abs=1e-12)
        assert [slope < 0 for slope in found].index(True) == target
        for i in range(4):
            up, down = ([s + d * (j == i) for j, s in enumerate(scores)] for d in (h, -h))
            slope = (loss(softmax(up), target) - loss(softmax(down), target)) / (2 * h)
            assert found[i] == pytest.approx(slope, abs=1e-6)


def test_a_small_step_lowers_the_loss_and_no_step_changes_nothing():
    scores = [0.5, -1.0, 2.0]
    slopes = gradient(softmax(scores), 0)
    assert loss(softmax(update(scores, slopes, 0.1)), 0) < loss(softmax(scores), 0)
    assert update(scores, slopes, 0.0) == scores


def test_training_finds_the_counts_again():
    weights = [[0.0] * 3 for _ in range(3)]
    curve = train(weights, [(0, 1), (0, 1), (0, 2)], 0.05, 400)
    assert curve[0] == pytest.approx(math.log(3), abs=0.1)
    assert curve[-1] < curve[0]
    assert softmax(weights[0]) == pytest.approx([0, 2 / 3, 1 / 3], abs=0.03)
    assert weights[1] == [0.0] * 3


def test_mean_and_best_rate():
    values = [0.5, 3.0, 1.25, 2.0]
    assert min(values) < mean_loss(values) < max(values)
    assert best_rate({0.1: 2.5, 1.0: 2.2, 10.0: 9.0}) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: loss([0.5, 0.5], 2), "target 2: expected 0 to 1"),
        (lambda: loss([0.5, 0.5], -1), "target -1"),
        (lambda: gradient([0.5, 0.5], 2), "target 2"),
        (lambda: mean_loss([]), "no losses"),
        (lambda: update([1.0], [1.0, 2.0], 0.1), "1 scores and 2 gradients"),
        (lambda: train([[0.0]], [], 0.1, 1), "no losses"),
        (lambda: best_rate({}), "no trials"),
    ],
)
def test_bad_input_is_named(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()


def test_a_probability_of_zero_has_no_loss():
    with pytest.raises(LogOfZero):
        loss([0.0, 1.0], 0)
