def perte_moyenne(pertes):
    return sum(pertes) / len(pertes)
