def relu(x):
    sortie = []
    for v in x:
        if v <= 0:
            sortie.append(0.0)
        else:
            sortie.append(v)
    return sortie
