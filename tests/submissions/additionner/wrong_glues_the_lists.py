# misconception: colle
def additionner(a, b):
    return a + b
