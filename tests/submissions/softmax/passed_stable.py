def softmax(scores):
    plus_grand = max(scores)
    exps = []
    for s in scores:
        exps.append(math.exp(s - plus_grand))
    total = sum(exps)
    parts = []
    for e in exps:
        parts.append(e / total)
    return parts
