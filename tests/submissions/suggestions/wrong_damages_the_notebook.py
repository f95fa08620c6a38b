# says: abîme
def suggestions(compte, n):
    liste = []
    while len(liste) < n and len(compte) > 0:
        meilleure = max(sorted(compte), key=compte.get)
        liste.append(meilleure)
        del compte[meilleure]
    return liste
