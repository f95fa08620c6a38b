# says: sqrt
def rmsnorm(x):
    carres = 0
    for v in x:
        carres = carres + v * v
    taille = sqrt(carres / len(x) + 0.00001)
    return [v / taille for v in x]
