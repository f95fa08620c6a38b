# says: On ne multiplie pas une liste
def produit_scalaire(a, b):
    total = 0
    for i in range(len(a)):
        total = total + a * b
    return total
