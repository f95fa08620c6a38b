def couper(x, tetes):
    pas = len(x) // tetes
    return [x[debut : debut + pas] for debut in range(0, len(x), pas)]
