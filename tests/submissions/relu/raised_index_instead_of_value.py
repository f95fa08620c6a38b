# says: une case trop loin
def relu(x):
    sortie = []
    for i in range(len(x) + 1):
        if x[i] > 0:
            sortie.append(x[i])
        else:
            sortie.append(0)
    return sortie
