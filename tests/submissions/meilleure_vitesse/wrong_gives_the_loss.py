# misconception: perte
def meilleure_vitesse(essais):
    return min(essais.values())
