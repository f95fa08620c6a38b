def temperature(scores, T):
    parts = [p ** (1 / T) for p in softmax(scores)]
    return [p / sum(parts) for p in parts]
