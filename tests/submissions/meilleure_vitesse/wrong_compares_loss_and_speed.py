# misconception: perte_contre_vitesse
def meilleure_vitesse(essais):
    meilleure = None
    for vitesse in essais:
        if meilleure is None or essais[vitesse] < meilleure:
            meilleure = vitesse
    return meilleure
