# misconception: dico_partage
page = {}
def compter_paires(prenoms):
    page = {}
    compte = {}
    for prenom in prenoms:
        for avant, apres in paires(entourer(prenom)):
            compte[avant] = page
            page[apres] = page.get(apres, 0) + 1
    return compte
