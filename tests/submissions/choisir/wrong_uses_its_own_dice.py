# says: change de réponse
import random


def choisir(probas, tirage):
    return list(probas)[int(random.random() * 1000) % len(probas)] if random.random() < 0.5 else random.choice("?!*+")
