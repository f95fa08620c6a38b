def bloc_mlp(x, W1, W2):
    n = rmsnorm(x)
    grand = filtre(W1, n)
    trie = relu(grand)
    idee = filtre(W2, trie)
    return additionner(x, idee)
