# says: une boîte
def gradient(probas, bonne):
    for i in range(len(probas)):
        if i == bonne:
            ecarts = ecarts + [probas[i] - 1]
        else:
            ecarts = ecarts + [probas[i]]
    return ecarts
