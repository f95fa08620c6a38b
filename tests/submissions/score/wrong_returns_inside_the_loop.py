# misconception: premier_produit
def score(q, k):
    total = 0
    for i in range(len(q)):
        total = total + q[i] * k[i]
        return total / math.sqrt(len(q))
