# says: abîme
def compter_paires(prenoms):
    compte = {}
    while prenoms:
        for avant, apres in paires(entourer(prenoms.pop())):
            compte.setdefault(avant, {})
            compte[avant][apres] = compte[avant].get(apres, 0) + 1
    return compte
