# misconception: oublie_l_info
def attention_eclair(fiche, Wq, Wk, Wv, memoire):
    question, pancarte, info = question_pancarte_info(fiche, Wq, Wk, Wv)
    memoire["pancartes"].append(pancarte)
    scores = []
    for ancienne in memoire["pancartes"]:
        scores.append(score(question, ancienne))
    return melanger(softmax(scores), memoire["infos"])
