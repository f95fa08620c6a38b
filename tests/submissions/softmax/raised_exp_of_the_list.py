# says: Il faut un seul nombre
def softmax(scores):
    exps = []
    for s in scores:
        exps.append(math.exp(scores))
    total = sum(exps)
    parts = []
    for e in exps:
        parts.append(e / total)
    return parts
