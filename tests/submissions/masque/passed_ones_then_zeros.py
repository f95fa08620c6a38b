def masque(n):
    return [[1] * (i + 1) + [0] * (n - i - 1) for i in range(n)]
