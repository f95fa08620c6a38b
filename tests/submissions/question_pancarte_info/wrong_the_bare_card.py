# misconception: fiche_nue
def question_pancarte_info(x, Wq, Wk, Wv):
    q = filtre(Wq, x)
    k = x
    v = x
    return q, k, v
