# misconception: bonne_seule
def gradient(probas, bonne):
    ecarts = []
    for i in range(len(probas)):
        if i == bonne:
            ecarts.append(probas[i] - 1)
        else:
            ecarts.append(0)
    return ecarts
