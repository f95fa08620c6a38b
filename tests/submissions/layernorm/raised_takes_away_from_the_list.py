def layernorm(x):
    moyenne = sum(x) / len(x)
    return rmsnorm(x - moyenne)
