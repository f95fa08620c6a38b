# misconception: sans_exp
def softmax(scores):
    exps = []
    for s in scores:
        exps.append(s)
    total = sum(exps)
    parts = []
    for e in exps:
        parts.append(e / total)
    return parts
