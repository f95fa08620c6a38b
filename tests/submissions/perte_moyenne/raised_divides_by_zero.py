# says: divises par zéro
def perte_moyenne(pertes):
    n = 0
    total = 0
    for p in pertes:
        total = total + p
    return total / n
