# misconception: derniere
def perte_moyenne(pertes):
    total = 0
    for p in pertes:
        total = p
    return total / len(pertes)
