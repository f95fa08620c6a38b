def relu(x):
    return [max(0, v) for v in x]
