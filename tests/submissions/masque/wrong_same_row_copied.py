# misconception: lignes_jumelles
def masque(n):
    grille = [[0] * n] * n
    for i in range(n):
        for j in range(i + 1):
            grille[i][j] = 1
    return grille
