# says: Il manque des parenthèses
def perte_moyenne(pertes):
    return sum(pertes) / len
