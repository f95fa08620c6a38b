def layernorm(x):
    n = len(x)
    milieu = sum(x) / n
    variance = sum((v - milieu) ** 2 for v in x) / n
    return [(v - milieu) / (variance + 0.00001) ** 0.5 for v in x]
