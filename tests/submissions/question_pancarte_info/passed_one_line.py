def question_pancarte_info(x, Wq, Wk, Wv):
    return filtre(Wq, x), filtre(Wk, x), filtre(Wv, x)
