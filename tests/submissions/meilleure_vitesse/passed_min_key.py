def meilleure_vitesse(essais):
    return min(essais, key=essais.get)
