def attention_eclair(fiche, Wq, Wk, Wv, memoire):
    q, k, v = question_pancarte_info(fiche, Wq, Wk, Wv)
    memoire["pancartes"] += [k]
    memoire["infos"] += [v]
    poids = softmax([score(q, pancarte) for pancarte in memoire["pancartes"]])
    return melanger(poids, memoire["infos"])
