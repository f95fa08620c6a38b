def plus_proche(table, i):
    gagnante, record = -1, float("inf")
    for j, fiche in enumerate(table):
        d = math.dist(fiche, table[i])
        if j != i and d < record:
            gagnante, record = j, d
    return gagnante
