def temperature(scores, T):
    exps = [math.exp(s / T) for s in scores]
    return [e / sum(exps) for e in exps]
