def layernorm(x):
    return rmsnorm([v - sum(x) / len(x) for v in x])
