# misconception: relu
def gelu(x):
    resultat = []
    for v in x:
        if v > 0:
            resultat.append(v)
        else:
            resultat.append(0)
    return resultat
