"""Helps whoever writes lessons: `tuto new` makes a skeleton, and `tuto build` says what is left or not right yet.

It reads in this order:

    places, problem, draft         where things are written; one thing to mend; a lesson as its author left it
    patience                       a limit of time for the author's functions
    checks                         one small check a function, listed in tuples
    broken                         a course that cannot even be imported, in one sentence
    names                          what an exercise may be called
    skeleton, cells                the pieces of a new exercise and of a new lesson
    wiring, notebook_wiring        where they go in the code and in the notebook
    open_notebooks                 a notebook that Jupyter holds is left alone
    new_exercise, new_lesson       everything planned
    writing                        all the files, or none
    request, command               what was asked for, the words on the command line

It imports neither the course nor the classroom: a course is given to it.
"""
