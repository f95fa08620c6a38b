def gradient(probas, bonne):
    ecarts = []
    for i in range(len(probas)):
        ecart = probas[i]
        if i == bonne:
            ecart = ecart - 1.0
        ecarts = ecarts + [ecart]
    return ecarts
