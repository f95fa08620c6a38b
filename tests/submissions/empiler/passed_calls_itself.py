def empiler(x, etages):
    if not etages:
        return x
    return empiler(additionner(etage(x, etages[0]), x), etages[1:])
