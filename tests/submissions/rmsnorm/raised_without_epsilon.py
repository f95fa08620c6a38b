# misconception: sans_epsilon
def rmsnorm(x):
    carres = 0
    for v in x:
        carres = carres + v * v
    taille = math.sqrt(carres / len(x))
    return [v / taille for v in x]
