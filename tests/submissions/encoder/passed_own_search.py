def cherche(lettre):
    for i in range(len(alphabet)):
        if alphabet[i] == lettre:
            return i


def encoder(mot):
    return list(map(cherche, mot))
