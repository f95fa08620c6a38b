"""The live board: who is where, who waits, which mistakes are shared.

Reads in this order:

    cells           one pupil, one exercise
    whereabouts     who is in which lesson
    rows            one pupil's line
    elapsed         how long ago, in words
    waiting         whom to see first
    mistakes        the wrong ideas a class shares
    board           all of it at one moment
    glance          has anything changed?
    pupil_page      one pupil, closer
"""
