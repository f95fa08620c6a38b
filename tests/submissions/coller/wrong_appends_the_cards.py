# misconception: liste_de_listes
def coller(table, ids):
    v = []
    for i in ids:
        v.append(table[i])
    return v
