def gradient(probas, bonne):
    ecarts = list(probas)
    ecarts[bonne] -= 1
    return ecarts
