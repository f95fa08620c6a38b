# misconception: derniere
def coller(table, ids):
    v = []
    for i in ids:
        v = table[i]
    return v
