# misconception: mauvaise_boite
def softmax(scores):
    exps = []
    for s in scores:
        exps.append(math.exp(s))
    total = sum(exps)
    parts = []
    for e in exps:
        parts.append(s / total)
    return parts
