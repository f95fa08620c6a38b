def suite(modele, hasard, reste, lettre):
    if reste == 0:
        return ""
    nouvelle = choisir(modele[lettre], hasard())
    if nouvelle == ".":
        return ""
    return nouvelle + suite(modele, hasard, reste - 1, nouvelle)


def generer(modele, hasard, maxi):
    return suite(modele, hasard, maxi, ".")
