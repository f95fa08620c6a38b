# misconception: a_egal_0
ALPHABET = "abcdefghijklmnopqrstuvwxyz."
def encoder(mot):
    numeros = []
    for lettre in mot:
        numeros.append(ALPHABET.index(lettre))
    return numeros
