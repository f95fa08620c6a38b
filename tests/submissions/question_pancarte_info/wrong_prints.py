# says: return
def question_pancarte_info(x, Wq, Wk, Wv):
    q = filtre(Wq, x)
    k = filtre(Wk, x)
    v = filtre(Wv, x)
    print(q, k, v)
