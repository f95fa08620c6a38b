def score(q, k):
    return q * k / math.sqrt(len(q))
