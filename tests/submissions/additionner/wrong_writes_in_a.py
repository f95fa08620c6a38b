# misconception: abime
def additionner(a, b):
    for i in range(len(a)):
        a[i] += b[i]
    return a
