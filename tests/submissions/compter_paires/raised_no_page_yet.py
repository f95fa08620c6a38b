# says: clé
def compter_paires(prenoms):
    compte = {}
    for prenom in prenoms:
        for avant, apres in paires(entourer(prenom)):
            compte[avant][apres] = compte[avant][apres] + 1
    return compte
