# misconception: residu_norme
def bloc_mlp(x, W1, W2):
    x = rmsnorm(x)
    h = relu(filtre(W1, x))
    return additionner(filtre(W2, h), x)
