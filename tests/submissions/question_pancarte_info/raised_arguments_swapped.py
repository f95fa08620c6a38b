# says: len
def question_pancarte_info(x, Wq, Wk, Wv):
    q = filtre(Wq, x)
    k = filtre(x, Wk)
    v = filtre(x, Wv)
    return q, k, v
