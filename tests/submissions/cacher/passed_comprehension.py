def cacher(scores, m):
    return [[s if permis else -math.inf for s, permis in zip(ligne, droits)] for ligne, droits in zip(scores, m)]
