def attention(fiches, Wq, Wk, Wv):
    Q = [filtre(Wq, x) for x in fiches]
    K = [filtre(Wk, x) for x in fiches]
    V = [filtre(Wv, x) for x in fiches]
    scores = [[score(q, k) for k in K] for q in Q]
    scores = cacher(scores, masque(len(fiches)))
    return [melanger(softmax(ligne), V) for ligne in scores]
