def compter_paires(prenoms):
    compte = {}
    for prenom in prenoms:
        mot = entourer(prenom)
        for i in range(len(mot) - 1):
            compte.setdefault(mot[i], {})
            compte[mot[i]][mot[i + 1]] = compte[mot[i]].get(mot[i + 1], 0) + 1
    return compte
