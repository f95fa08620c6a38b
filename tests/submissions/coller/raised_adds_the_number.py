# misconception: numero
def coller(table, ids):
    v = []
    for i in ids:
        v = v + i
    return v
