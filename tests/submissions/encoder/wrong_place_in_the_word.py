# misconception: place_dans_le_mot
def encoder(mot):
    numeros = []
    for lettre in mot:
        numeros.append(mot.index(lettre))
    return numeros
