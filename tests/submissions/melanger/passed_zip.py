def melanger(poids, infos):
    r = [0] * len(infos[0])
    for p, info in zip(poids, infos):
        for d, nombre in enumerate(info):
            r[d] += p * nombre
    return r
