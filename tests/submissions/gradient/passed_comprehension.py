def gradient(probas, bonne):
    return [p - (i == bonne) for i, p in enumerate(probas)]
