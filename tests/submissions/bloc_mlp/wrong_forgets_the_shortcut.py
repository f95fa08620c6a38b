# misconception: sans_residu
def bloc_mlp(x, W1, W2):
    h = relu(filtre(W1, rmsnorm(x)))
    return filtre(W2, h)
