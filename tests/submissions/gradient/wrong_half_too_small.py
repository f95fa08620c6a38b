# misconception: moitie
def gradient(probas, bonne):
    return [(p - (i == bonne)) / 2 for i, p in enumerate(probas)]
