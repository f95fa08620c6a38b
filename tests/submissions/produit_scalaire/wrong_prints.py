# says: print
def produit_scalaire(a, b):
    total = 0
    for i in range(len(a)):
        total = total + a[i] * b[i]
    print(total)
