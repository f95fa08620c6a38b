def meilleure_vitesse(essais):
    plus_petite = 1000
    for vitesse, perte in essais.items():
        if perte < plus_petite:
            plus_petite = perte
            choix = vitesse
    return choix
