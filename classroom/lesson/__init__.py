"""A lesson as its page shows it, and what a pupil types there.

Reads in this order:

    release           the released notebook: the only cells that are shown and may be changed
    copies            a pupil's copy of it, cell by cell
    prose, words      its markdown as HTML; what this page says where a notebook speaks of Jupyter
    page              the values a lesson page is made of
    pupils_memory     what the kit remembers from one day to the next
"""
