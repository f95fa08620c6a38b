"""A press on « Vérifier », from the click to what it changes for the pupil.

Reads in this order:

    attempts      written down before anything is graded
    queue         fair, and the database's
    pool          the sandboxes that take from it
    marking       one attempt: its verdict, stored exactly once
    storable      a value made fit for every database
    standings     tries, the best result, badges
    hints         the hint ladder, which standings remember
"""
