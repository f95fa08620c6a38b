# misconception: toujours_1
def compter_paires(prenoms):
    compte = {}
    for prenom in prenoms:
        for avant, apres in paires(entourer(prenom)):
            if avant not in compte:
                compte[avant] = {}
            compte[avant][apres] = 1
    return compte
