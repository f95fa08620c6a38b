def bloc_mlp(x, W1, W2):
    taille = math.sqrt(sum(v * v for v in x) / len(x) + 0.00001)
    n = [v / taille for v in x]
    h = [max(0, sum(w * v for w, v in zip(ligne, n))) for ligne in W1]
    return [x[i] + sum(w * v for w, v in zip(W2[i], h)) for i in range(len(x))]
