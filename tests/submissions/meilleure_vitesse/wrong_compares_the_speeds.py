# misconception: plus_lente
def meilleure_vitesse(essais):
    meilleure = None
    for vitesse in essais:
        if meilleure is None or vitesse < meilleure:
            meilleure = vitesse
    return meilleure
