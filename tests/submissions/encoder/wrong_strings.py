# misconception: texte
def encoder(mot):
    numeros = []
    for lettre in mot:
        numeros.append(f"{alphabet.index(lettre)}")
    return numeros
