# misconception: somme
def perte_moyenne(pertes):
    total = 0
    for p in pertes:
        total = total + p
    return total
