"""The pupils of a class: from a list of names to cards, and to forgetting them.

Reads in this order:

    pseudonyms     what a pupil is called here
    name_list      a list of names, read as schools have them
    enrolment      from that list to pupils
    cards          what they come in with
    data_sheet     what is stored of them, and why
    purge          erasing it
"""
