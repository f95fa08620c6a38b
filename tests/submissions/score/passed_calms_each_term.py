def score(q, k):
    racine = math.sqrt(len(q))
    return sum(q[i] / racine * k[i] for i in range(len(q)))
