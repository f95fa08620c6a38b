# says: Écris `P["places"]`.
def mini_gpt(P, ids):
    x = []
    for place in range(len(ids)):
        lettre = ids[place]
        x.append(rmsnorm(additionner(P["lettres"][lettre], P[places][place])))
    x = etage_attention(P, x)
    scores = []
    for v in x:
        v = bloc_mlp(v, P["W1"], P["W2"])
        scores.append(filtre(P["sortie"], v))
    return scores
