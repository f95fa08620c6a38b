def paires(mot):
    for i in range(2000):
        print("je cherche" * 100)
    return list(zip(mot, mot[1:]))
