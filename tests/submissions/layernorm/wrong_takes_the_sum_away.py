# misconception: enleve_la_somme
def layernorm(x):
    moyenne = sum(x)
    ecarts = []
    for v in x:
        ecarts.append(v - moyenne)
    return rmsnorm(ecarts)
