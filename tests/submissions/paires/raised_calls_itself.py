# says: elle-même
def paires(mot):
    return paires(mot)
