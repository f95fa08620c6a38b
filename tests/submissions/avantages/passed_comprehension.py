def avantages(notes):
    m = sum(notes) / len(notes)
    return [n - m for n in notes]
