import statistics


def perte_moyenne(pertes):
    return statistics.mean(pertes)
