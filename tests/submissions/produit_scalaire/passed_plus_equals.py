def produit_scalaire(a, b):
    total = 0.0
    i = 0
    while i < len(b):
        total += b[i] * a[i]
        i += 1
    return total
