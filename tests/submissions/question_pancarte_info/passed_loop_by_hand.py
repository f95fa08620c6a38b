def question_pancarte_info(x, Wq, Wk, Wv):
    resultats = []
    for W in (Wq, Wk, Wv):
        fiche = []
        for ligne in W:
            total = 0
            for n in range(len(x)):
                total += ligne[n] * x[n]
            fiche.append(total)
        resultats.append(fiche)
    return tuple(resultats)
