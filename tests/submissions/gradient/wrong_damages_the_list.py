# misconception: abime
def gradient(probas, bonne):
    probas[bonne] = probas[bonne] - 1
    return probas
