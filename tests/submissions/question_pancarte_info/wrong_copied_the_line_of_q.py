# misconception: meme_filtre
def question_pancarte_info(x, Wq, Wk, Wv):
    q = filtre(Wq, x)
    k = filtre(Wq, x)
    v = filtre(Wq, x)
    return q, k, v
