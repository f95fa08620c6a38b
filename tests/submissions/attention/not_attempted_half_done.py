def attention(fiches, Wq, Wk, Wv):
    Q, K, V = [], [], []
    for x in fiches:
        q, k, v = question_pancarte_info(x, Wq, Wk, Wv)
        Q.append(q)
        K.append(k)
        V.append(v)
    sorties = []
    for i in range(len(fiches)):
        poids = softmax(scores_visibles(Q[i], K, i))
        sorties.append(melanger(poids, ____))
    return sorties
