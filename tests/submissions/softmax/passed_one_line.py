def softmax(scores):
    return [math.exp(s) / sum(math.exp(autre) for autre in scores) for s in scores]
