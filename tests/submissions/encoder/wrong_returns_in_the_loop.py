# misconception: premiere_seule
def encoder(mot):
    numeros = []
    for lettre in mot:
        numeros.append(alphabet.index(lettre))
        return numeros
