# misconception: abime_la_table
def coller(table, ids):
    v = table[ids[0]]
    for i in ids[1:]:
        v += table[i]
    return v
