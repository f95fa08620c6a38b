# says: ne vont pas ensemble
def produit_scalaire(a, b):
    total = 0
    for i in range(len(a)):
        total = total + a * b
    return total
