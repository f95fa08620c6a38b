# says: exp
def softmax(scores):
    exps = []
    for s in scores:
        exps.append(exp(s))
    total = sum(exps)
    parts = []
    for e in exps:
        parts.append(e / total)
    return parts
