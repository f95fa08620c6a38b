def empiler(x, etages):
    for n in range(len(etages)):
        idee = etage(x, etages[n])
        x = [x[i] + idee[i] for i in range(len(x))]
    return x
