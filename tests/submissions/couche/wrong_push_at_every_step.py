# misconception: biais_repete
def couche(W, b, x):
    scores = []
    for j in range(len(W)):
        s = 0
        for i in range(len(x)):
            s = s + W[j][i] * x[i] + b[j]
        scores.append(s)
    return scores
