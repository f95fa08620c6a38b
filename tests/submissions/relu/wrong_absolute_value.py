# misconception: valeur_absolue
def relu(x):
    sortie = []
    for v in x:
        if v > 0:
            sortie.append(v)
        else:
            sortie.append(-v)
    return sortie
