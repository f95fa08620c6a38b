# misconception: rmsnorm_de_x
def layernorm(x):
    moyenne = sum(x) / len(x)
    ecarts = []
    for v in x:
        ecarts.append(v - moyenne)
    return rmsnorm(x)
