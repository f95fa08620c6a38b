def suggestions(compte, n):
    return sorted(compte, key=lambda lettre: (-compte[lettre], lettre))[:n]
