def gelu(x):
    return list(map(lambda v: v * ouverture(v), x))
