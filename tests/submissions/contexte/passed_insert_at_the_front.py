def contexte(ids, position, taille):
    avant = ids[:position][-taille:]
    while len(avant) < taille:
        avant.insert(0, 0)
    return avant
