"""What the tests of the authoring share: the lesson they change, and a sentence without its typography."""

LESSON = "06_des_mots_entiers"


def plain(text):
    return str(text).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
