def encoder(mot):
    return [alphabet.index(lettre) for lettre in mot]
