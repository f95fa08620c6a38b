def additionner(a, b):
    somme = list(a)
    for i in range(len(b)):
        somme[i] += b[i]
    return somme
