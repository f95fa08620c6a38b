# says: une liste
def perte_moyenne(pertes):
    total = 0
    for p in pertes:
        total = total + pertes
    return total / len(pertes)
