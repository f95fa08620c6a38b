import statistics


def avantages(notes):
    return [note - statistics.fmean(notes) for note in notes]
