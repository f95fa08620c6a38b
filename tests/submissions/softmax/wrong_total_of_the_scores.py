# misconception: somme_scores
def softmax(scores):
    exps = []
    for s in scores:
        exps.append(math.exp(s))
    total = sum(scores)
    parts = []
    for e in exps:
        parts.append(e / total)
    return parts
