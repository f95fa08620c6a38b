# misconception: maxi
def meilleure_vitesse(essais):
    meilleure = None
    for vitesse in essais:
        if meilleure is None or essais[vitesse] > essais[meilleure]:
            meilleure = vitesse
    return meilleure
