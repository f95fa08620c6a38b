# misconception: apres
def temperature(scores, T):
    regles = []
    for p in softmax(scores):
        regles.append(p / T)
    return regles
