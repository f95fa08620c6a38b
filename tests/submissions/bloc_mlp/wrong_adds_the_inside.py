# misconception: ajoute_h
def bloc_mlp(x, W1, W2):
    h = relu(filtre(W1, rmsnorm(x)))
    return additionner(filtre(W2, h), h)
