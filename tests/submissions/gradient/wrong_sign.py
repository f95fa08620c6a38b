# misconception: signe
def gradient(probas, bonne):
    ecarts = []
    for i in range(len(probas)):
        if i == bonne:
            ecarts.append(1 - probas[i])
        else:
            ecarts.append(0 - probas[i])
    return ecarts
