def mini_gpt(P, ids):
    x = []
    for i in range(len(ids)):
        fiche = additionner(P["places"][i], P["lettres"][ids[i]])
        x = x + [rmsnorm(fiche)]
    x = etage_attention(P, x)
    scores = [0] * len(x)
    for i in range(len(x)):
        scores[i] = filtre(P["sortie"], bloc_mlp(x[i], P["W1"], P["W2"]))
    return scores
