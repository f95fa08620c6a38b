# says: un texte
def relu(x):
    sortie = []
    for v in x:
        if v > 0:
            sortie.append(v)
        else:
            sortie.append("0")
    return sortie
