# misconception: mot_entier
def encoder(mot):
    numeros = []
    for lettre in mot:
        numeros.append(alphabet.index(mot))
    return numeros
