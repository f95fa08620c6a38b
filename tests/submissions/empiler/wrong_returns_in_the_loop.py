# misconception: premier_seul
def empiler(x, etages):
    for W in etages:
        x = additionner(x, etage(x, W))
        return x
