def cacher(scores, m):
    copie = [list(ligne) for ligne in scores]
    for i in range(len(copie)):
        for j in range(len(copie[i])):
            if m[i][j] == 0:
                copie[i][j] = float("-infinity")
    return copie
