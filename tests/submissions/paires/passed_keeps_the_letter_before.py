def paires(mot):
    resultat = []
    avant = None
    for lettre in mot:
        if avant is not None:
            resultat.append((avant, lettre))
        avant = lettre
    return resultat
