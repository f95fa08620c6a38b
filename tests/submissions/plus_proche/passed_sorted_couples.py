def plus_proche(table, i):
    couples = []
    for j in range(len(table)):
        if j != i:
            couples.append((distance(table[j], table[i]), j))
    couples.sort()
    return couples[0][1]
