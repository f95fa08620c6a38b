# says: calcul
def probabilites(compte):
    total = 0
    for lettre in compte:
        total = total + lettre
    return {lettre: compte[lettre] / total for lettre in compte}
