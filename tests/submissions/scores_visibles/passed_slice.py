def scores_visibles(q, pancartes, position):
    return [score(q, pancarte) for pancarte in pancartes[: position + 1]]
