# misconception: seuil_un
def relu(x):
    return [v if v > 1 else 0 for v in x]
