# misconception: premiere_venue
def plus_proche(table, i):
    gagnante = None
    record = None
    for j in range(len(table)):
        if j == i:
            continue
        ecart = distance(table[i], table[j])
        if record is None or ecart < record:
            gagnante = j
            record = 0
    return gagnante
