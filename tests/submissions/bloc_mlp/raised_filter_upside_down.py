# says: Ligne 3
def bloc_mlp(x, W1, W2):
    h = relu(filtre(rmsnorm(x), W1))
    return additionner(filtre(W2, h), x)
