# misconception: un_de_trop
def compter_paires(prenoms):
    compte = {}
    for prenom in prenoms:
        for avant, apres in paires(entourer(prenom)):
            if avant not in compte:
                compte[avant] = {}
            if apres not in compte[avant]:
                compte[avant][apres] = 1
            compte[avant][apres] = compte[avant][apres] + 1
    return compte
