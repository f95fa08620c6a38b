def encoder(mot):
    numeros = []
    for c in mot:
        if c == ".":
            numeros.append(0)
        else:
            numeros.append(ord(c) - ord("a") + 1)
    return numeros
