def temperature(scores, T):
    return softmax([s * (1 / T) for s in scores])
