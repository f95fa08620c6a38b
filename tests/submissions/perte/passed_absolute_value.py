def perte(probas, bonne):
    for i, part in enumerate(probas):
        if i == bonne:
            return abs(math.log(part))
