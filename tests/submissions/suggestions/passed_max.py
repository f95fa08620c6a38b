def suggestions(compte, n):
    reste = dict(compte)
    liste = []
    while reste and len(liste) < n:
        meilleure = max(sorted(reste), key=reste.get)
        liste.append(meilleure)
        del reste[meilleure]
    return liste
