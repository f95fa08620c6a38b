# misconception: note_la_fiche
def attention_eclair(fiche, Wq, Wk, Wv, memoire):
    question, pancarte, info = question_pancarte_info(fiche, Wq, Wk, Wv)
    memoire["pancartes"].append(pancarte)
    memoire["infos"].append(fiche)
    scores = []
    for ancienne in memoire["pancartes"]:
        scores.append(score(question, ancienne))
    return melanger(softmax(scores), memoire["infos"])
