# misconception: photocopie
def attention_eclair(fiche, Wq, Wk, Wv, memoire):
    question, pancarte, info = question_pancarte_info(fiche, Wq, Wk, Wv)
    pancartes = memoire["pancartes"] + [pancarte]
    infos = memoire["infos"] + [info]
    return melanger(softmax([score(question, p) for p in pancartes]), infos)
