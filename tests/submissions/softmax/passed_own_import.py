import math as m

def softmax(scores):
    exps = list(map(m.exp, scores))
    total = sum(exps)
    return [x / total for x in exps]
