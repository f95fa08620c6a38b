# says: le mot `t`
def temperature(scores, T):
    regles = []
    for s in scores:
        regles.append(s / t)
    return softmax(regles)
