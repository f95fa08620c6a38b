def gradient(probas, bonne):
    cible = [0] * len(probas)
    cible[bonne] = 1
    ecarts = []
    for dit, fallait in zip(probas, cible):
        ecarts.append(dit - fallait)
    return ecarts
