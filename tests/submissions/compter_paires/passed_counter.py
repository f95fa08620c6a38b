from collections import Counter, defaultdict


def compter_paires(prenoms):
    compte = defaultdict(Counter)
    for prenom in prenoms:
        for avant, apres in zip("." + prenom, prenom + "."):
            compte[avant][apres] += 1
    return compte
