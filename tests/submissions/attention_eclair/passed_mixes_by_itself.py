def attention_eclair(fiche, Wq, Wk, Wv, memoire):
    pancartes, infos = memoire["pancartes"], memoire["infos"]
    pancartes.append(filtre(Wk, fiche))
    infos.append(filtre(Wv, fiche))
    poids = softmax([score(filtre(Wq, fiche), p) for p in pancartes])
    return [sum(w * info[d] for w, info in zip(poids, infos)) for d in range(len(infos[0]))]
