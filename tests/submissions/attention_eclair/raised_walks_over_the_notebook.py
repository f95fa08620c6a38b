def attention_eclair(fiche, Wq, Wk, Wv, memoire):
    question, pancarte, info = question_pancarte_info(fiche, Wq, Wk, Wv)
    memoire["pancartes"].append(pancarte)
    memoire["infos"].append(info)
    scores = []
    for ancienne in memoire:
        scores.append(score(question, ancienne))
    return melanger(softmax(scores), memoire["infos"])
