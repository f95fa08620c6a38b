def couche(W, b, x):
    return [pouce + produit_scalaire(x, ligne) for ligne, pouce in zip(W, b)]
