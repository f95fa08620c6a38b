"""Attention heads with one thing wrong, as a pupil's blanks would make them."""

from engine import attention as engine
from engine.layers import add, softmax


def prepared(xs, Wq, Wk, Wv):
    queries, keys, values = zip(*[engine.qkv(x, Wq, Wk, Wv) for x in xs], strict=True)
    return list(queries), list(keys), list(values)


def mixed(weights, infos):
    """As the pupil's melanger does: as many infos as there are weights; no weight, nothing in the glass."""
    if not weights:
        return [0.0] * len(infos[0])
    return engine.weighted_sum(weights, infos[: len(weights)])


def head(weights_for, mix=lambda q, k, v, xs: v):
    """A wrong head: `weights_for(q, k, v, i, xs)` chooses who is heard, `mix` what is taken from them."""

    def wrong(xs, Wq, Wk, Wv):
        q, k, v = prepared(xs, Wq, Wk, Wv)
        return [mixed(weights_for(q, k, v, i, xs), mix(q, k, v, xs)) for i in range(len(xs))]

    return wrong


def right_weights(q, k, v, i, xs):
    return softmax(engine.visible_scores(q[i], k, i))


def asked(question, signs, last):
    """softmax(scores_visibles(question, signs, last)), an empty list when nobody is seen."""
    scores = [engine.attention_score(question, signs[j]) for j in range(last + 1)]
    return softmax(scores) if scores else []


def zeros_for_the_future(q, k, v, i, xs):
    return softmax([engine.attention_score(q[i], sign) if j <= i else 0.0 for j, sign in enumerate(k)])


def shortcut_already(xs, *filters):
    return [add(out, x) for out, x in zip(engine.causal_attention(xs, *filters), xs, strict=True)]


def only_oneself(xs, *filters):
    return [list(info) for info in prepared(xs, *filters)[2]]


def first_info_always(xs, *filters):
    return [list(prepared(xs, *filters)[2][0]) for _ in xs]
