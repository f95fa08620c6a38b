# says: vrai
def relu(x):
    sortie = []
    for v in x:
        sortie.append(v > 0)
    return sortie
