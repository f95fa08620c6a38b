def empiler(x, etages):
    for W in etages:
        x = additionner(x, etage(x, etages))
    return x
