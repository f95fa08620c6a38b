"""Who comes in, and how.

Reads in this order:

    doors                        what every request passes through: known names, the pages' policy
    pupils, teachers             who is asking; views for them only
    easy_words, secret_words     the words of the cards, and how a pupil's three are drawn
    patience                     a little wait after wrong secrets, never a lock
    invitations                  one-time links for teachers
    solo                         `--solo`: one pupil, no gate at all
"""
