# misconception: sans_effet
def temperature(scores, T):
    regles = []
    for s in scores:
        regles.append(s / T)
    return softmax(scores)
