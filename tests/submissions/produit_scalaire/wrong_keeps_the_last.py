# misconception: ecrase
def produit_scalaire(a, b):
    total = 0
    for i in range(len(a)):
        total = a[i] * b[i]
    return total
