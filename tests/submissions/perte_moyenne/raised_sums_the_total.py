# says: Tu demandes à Python de parcourir un nombre.
def perte_moyenne(pertes):
    total = 0
    for p in pertes:
        total = total + p
    return sum(total) / len(pertes)
