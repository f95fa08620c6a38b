def plus_proche(table, i):
    autres = [j for j in range(len(table)) if j != i]
    return min(autres, key=lambda j: distance(table[i], table[j]))
