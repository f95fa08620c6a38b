def additionner(a, b):
    somme = []
    i = 0
    while i < len(a):
        somme += [b[i] + a[i]]
        i += 1
    return somme
