# misconception: porte_seule
def gelu(x):
    resultat = []
    for v in x:
        resultat.append(ouverture(v))
    return resultat
