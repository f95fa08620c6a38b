def entrainer(poids, exemples, vitesse, tours):
    def un_tour():
        pertes = []
        for paire in exemples:
            probas = vers_probas(poids[paire[0]])
            pertes += [perte(probas, paire[1])]
            poids[paire[0]] = corriger(poids[paire[0]], gradient(probas, paire[1]), vitesse)
        return perte_moyenne(pertes)

    return [un_tour() for _ in range(tours)]
