# says: ecart
def plus_proche(table, i):
    gagnante = None
    record = None
    for j in range(len(table)):
        if j == i:
            continue
        ecart = distance(table[i], table[j])
        if record is None or écart < record:
            gagnante = j
            record = ecart
    return gagnante
