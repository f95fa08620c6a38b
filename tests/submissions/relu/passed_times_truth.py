def relu(x):
    return [v * (v > 0) for v in x]
