def couche(W, b, x):
    scores = []
    for j in range(len(W)):
        s = b[j]
        for i in range(len(x)):
            s = s + W[j][i] * x[i]
        scores.append(s)
    return scores
