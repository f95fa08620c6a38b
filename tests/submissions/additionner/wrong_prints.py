# says: avec print
def additionner(a, b):
    somme = []
    for i in range(len(a)):
        somme.append(a[i] + b[i])
    print(somme)
