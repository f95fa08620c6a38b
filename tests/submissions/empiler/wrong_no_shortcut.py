# misconception: sans_raccourci
def empiler(x, etages):
    for W in etages:
        x = etage(x, W)
    return x
