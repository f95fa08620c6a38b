# misconception: liste
def question_pancarte_info(x, Wq, Wk, Wv):
    q = filtre(Wq, x)
    k = filtre(Wk, x)
    v = filtre(Wv, x)
    return [q, k, v]
