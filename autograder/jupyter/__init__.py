"""Plain Jupyter: lessons in a folder of one's own, opened one after the other by the class's judge, no server needed.

work_folder    which lessons are open, which are deserved; what a new release changes in them
fresh_start    begin an exercise or a lesson again; what was there is kept
desk           the two above, for the kit in a notebook's kernel: plain values, sentences for the pupil
settings       how Jupyter is set: in French, closed on itself, deaf to the user's own configuration
server         the server, in this process
phrases        what is said in the terminal
command        `tuto jupyter` and `tuto recommencer`
"""
