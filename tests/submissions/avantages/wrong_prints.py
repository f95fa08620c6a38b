# says: print
def avantages(notes):
    moyenne_des_notes = sum(notes) / len(notes)
    resultat = []
    for note in notes:
        resultat.append(note - moyenne_des_notes)
    print(resultat)
