"""Marks: given, mended, handed over.

Reads in this order:

    marks                         the points of every pupil, lesson by lesson
    free_texts                    what only a person can mark
    overrides                     the teacher's word before the machine's
    regrade                       once more, after a fix of the grader
    exports, gradebook_export     for a spreadsheet; for nbgrader
"""
