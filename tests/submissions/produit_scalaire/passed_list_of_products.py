def produit_scalaire(a, b):
    produits = []
    for i in range(len(a)):
        produits.append(a[i] * b[i])
    return sum(produits)
