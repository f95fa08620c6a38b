def recompenser(scores, lettre, avantage, vitesse):
    parts = vers_probas(scores)
    nouveaux = []
    for i in range(len(scores)):
        cible = 1 if i == lettre else 0
        nouveaux.append(scores[i] + vitesse * avantage * (cible - parts[i]))
    return nouveaux
