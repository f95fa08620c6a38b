# misconception: entre_guillemets
def encoder(mot):
    numeros = []
    for lettre in mot:
        numeros.append(alphabet.index("lettre"))
    return numeros
