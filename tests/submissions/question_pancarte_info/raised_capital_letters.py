# says: majuscules
def question_pancarte_info(x, Wq, Wk, Wv):
    q = filtre(Wq, x)
    k = filtre(WK, x)
    v = filtre(WV, x)
    return q, k, v
