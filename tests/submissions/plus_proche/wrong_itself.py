# misconception: elle_meme
def plus_proche(table, i):
    gagnante = None
    record = None
    for j in range(len(table)):
        if False:
            continue
        ecart = distance(table[i], table[j])
        if record is None or ecart < record:
            gagnante = j
            record = ecart
    return gagnante
