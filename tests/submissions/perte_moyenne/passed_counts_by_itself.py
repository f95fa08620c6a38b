def perte_moyenne(pertes):
    total = 0
    combien = 0
    for p in pertes:
        total += p
        combien += 1
    return total / combien
