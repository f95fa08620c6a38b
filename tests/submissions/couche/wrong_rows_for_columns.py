# misconception: transpose
def couche(W, b, x):
    scores = []
    for j in range(len(W)):
        score = b[j]
        for i in range(len(x)):
            score += W[i][j] * x[i]
        scores.append(score)
    return scores
