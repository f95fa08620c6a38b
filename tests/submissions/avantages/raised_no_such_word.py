def avantages(notes):
    moyenne_des_notes = somme(notes) / len(notes)
    resultat = []
    for note in notes:
        resultat.append(note - moyenne_des_notes)
    return resultat
