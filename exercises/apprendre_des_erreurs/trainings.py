"""Trainings with one thing wrong each, for the wrong ideas of `entrainer`."""

import copy

from engine import loss
from engine.layers import softmax


def trained(poids, exemples, vitesse, tours, step, mean=lambda total, exemples: total / len(exemples)):
    """The reference with one thing wrong: `step(poids, avant, apres, vitesse)` corrects and returns its loss."""
    courbe = []
    for _ in range(tours):
        total = sum(step(poids, avant, apres, vitesse) for avant, apres in exemples)
        courbe.append(mean(total, exemples))
    return courbe


def right_step(poids, avant, apres, vitesse):
    probas = softmax(poids[avant])
    poids[avant] = loss.update(poids[avant], loss.gradient(probas, apres), vitesse)
    return loss.loss(probas, apres)


def with_step(step):
    return lambda poids, exemples, vitesse, tours: trained(poids, exemples, vitesse, tours, step)


def with_mean(mean):
    return lambda poids, exemples, vitesse, tours: trained(poids, exemples, vitesse, tours, right_step, mean)


def climbs(poids, avant, apres, vitesse):
    return right_step(poids, avant, apres, -vitesse)


def keeps_nothing(poids, avant, apres, vitesse):
    return loss.loss(softmax(poids[avant]), apres)


def pairs_swapped(poids, avant, apres, vitesse):
    return right_step(poids, apres, avant, vitesse)


def corrects_the_next_page(poids, avant, apres, vitesse):
    probas = softmax(poids[avant])
    poids[apres] = loss.update(poids[apres], loss.gradient(probas, apres), vitesse)
    return loss.loss(probas, apres)


def corrects_every_page(poids, avant, apres, vitesse):
    probas = softmax(poids[avant])
    for page in range(len(poids)):
        poids[page] = loss.update(poids[page], loss.gradient(probas, apres), vitesse)
    return loss.loss(probas, apres)


def reads_page(page_of):
    """Looks at another page than the letter's own; corrects the right one."""

    def step(poids, avant, apres, vitesse):
        probas = softmax(poids[page_of(avant, apres)])
        poids[avant] = loss.update(poids[avant], loss.gradient(probas, apres), vitesse)
        return loss.loss(probas, apres)

    return step


def opens_the_page_of_the_turn(poids, exemples, vitesse, tours):
    courbe = []
    for tour in range(tours):
        total = 0
        for avant, apres in exemples:
            probas = softmax(poids[tour])
            total += loss.loss(probas, apres)
            poids[avant] = loss.update(poids[avant], loss.gradient(probas, apres), vitesse)
        courbe.append(total / len(exemples))
    return courbe


def loss_of_the_letter_before(poids, avant, apres, vitesse):
    measured = loss.loss(softmax(poids[avant]), avant)
    right_step(poids, avant, apres, vitesse)
    return measured


def slope_of_the_letter_before(poids, avant, apres, vitesse):
    probas = softmax(poids[avant])
    poids[avant] = loss.update(poids[avant], loss.gradient(probas, avant), vitesse)
    return loss.loss(probas, apres)


def takes_away_the_shares(poids, avant, apres, vitesse):
    probas = softmax(poids[avant])
    poids[avant] = loss.update(poids[avant], probas, vitesse)
    return loss.loss(probas, apres)


def sums_the_shares(poids, avant, apres, vitesse):
    share = softmax(poids[avant])[apres]
    right_step(poids, avant, apres, vitesse)
    return share


def measures_after(poids, avant, apres, vitesse):
    right_step(poids, avant, apres, vitesse)
    return loss.loss(softmax(poids[avant]), apres)


def forgets_the_speed(poids, avant, apres, vitesse):
    return right_step(poids, avant, apres, 1)


def keeps_the_last_loss(poids, exemples, vitesse, tours):
    courbe = []
    for _ in range(tours):
        losses = [right_step(poids, avant, apres, vitesse) for avant, apres in exemples]
        courbe.append(losses[-1] / len(exemples))
    return courbe


def keeps_the_last_loss_undivided(poids, exemples, vitesse, tours):
    return [n * len(exemples) for n in keeps_the_last_loss(poids, exemples, vitesse, tours)]


def never_back_to_zero(poids, exemples, vitesse, tours):
    total, courbe = 0, []
    for _ in range(tours):
        total += sum(right_step(poids, avant, apres, vitesse) for avant, apres in exemples)
        courbe.append(total / len(exemples))
    return courbe


def one_point_an_example(poids, exemples, vitesse, tours):
    courbe = []
    for _ in range(tours):
        total = 0
        for avant, apres in exemples:
            total += right_step(poids, avant, apres, vitesse)
            courbe.append(total / len(exemples))
    return courbe


def corrects_at_the_end(poids, exemples, vitesse, tours):
    courbe = []
    for _ in range(tours):
        seen = [(avant, apres, softmax(poids[avant])) for avant, apres in exemples]
        courbe.append(sum(loss.loss(probas, apres) for _, apres, probas in seen) / len(exemples))
        for avant, apres, probas in seen:
            poids[avant] = loss.update(poids[avant], loss.gradient(probas, apres), vitesse)
    return courbe


def on_a_copy(poids, exemples, vitesse, tours):
    return loss.train(copy.deepcopy(poids), exemples, vitesse, tours)


def returns_the_weights(poids, exemples, vitesse, tours):
    loss.train(poids, exemples, vitesse, tours)
    return poids


def first_example_only(poids, exemples, vitesse, tours):
    return loss.train(poids, exemples[:1], vitesse, tours)
