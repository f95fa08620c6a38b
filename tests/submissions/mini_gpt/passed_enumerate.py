def mini_gpt(P, ids):
    fiches = [rmsnorm(additionner(P["lettres"][n], P["places"][i])) for i, n in enumerate(ids)]
    return [filtre(P["sortie"], bloc_mlp(v, P["W1"], P["W2"])) for v in etage_attention(P, fiches)]
