def rmsnorm(x):
    taille = (sum(v**2 for v in x) / len(x) + 1e-5) ** 0.5
    return [v / taille for v in x]
