# misconception: abime
def softmax(scores):
    for i in range(len(scores)):
        scores[i] = math.exp(scores[i])
    total = sum(scores)
    return [e / total for e in scores]
