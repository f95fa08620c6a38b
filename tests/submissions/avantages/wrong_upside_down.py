# misconception: a_l_envers
def avantages(notes):
    moyenne_des_notes = sum(notes) / len(notes)
    resultat = []
    for note in notes:
        resultat.append(moyenne_des_notes - note)
    return resultat
