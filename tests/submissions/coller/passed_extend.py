def coller(table, ids):
    v = []
    for i in ids:
        v.extend(table[i])
    return v
