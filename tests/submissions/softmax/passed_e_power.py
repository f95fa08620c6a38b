from math import e


def softmax(scores):
    exps = [e ** s for s in scores]
    total = 0
    for x in exps:
        total = total + x
    return [x / total for x in exps]
