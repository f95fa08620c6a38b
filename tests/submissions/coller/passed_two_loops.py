def coller(table, ids):
    v = []
    for numero in ids:
        for note in table[numero]:
            v.append(note)
    return v
