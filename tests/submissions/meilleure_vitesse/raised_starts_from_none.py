# says: Tu compares
def meilleure_vitesse(essais):
    meilleure = None
    for vitesse in essais:
        if essais[vitesse] < meilleure:
            meilleure = vitesse
    return meilleure
