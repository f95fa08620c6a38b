def attention(fiches, Wq, Wk, Wv):
    preparees = [question_pancarte_info(x, Wq, Wk, Wv) for x in fiches]
    sorties = []
    for i, (q, _, _) in enumerate(preparees):
        notes = []
        for j in range(i + 1):
            notes.append(math.exp(sum(a * b for a, b in zip(q, preparees[j][1])) / len(q) ** 0.5))
        total = sum(notes)
        sortie = [0] * len(preparees[0][2])
        for j in range(i + 1):
            for d in range(len(sortie)):
                sortie[d] += notes[j] / total * preparees[j][2][d]
        sorties.append(sortie)
    return sorties
