def meilleure_vitesse(essais):
    return sorted(essais.items(), key=lambda couple: couple[1])[0][0]
