"""The course for teachers who use otter-grader or Gradescope. Reads in this order:

    student                 the pupil's folder: the released notebook, with otter's checks
    archive                 the teacher's autograder.zip, made by `otter generate`, and what it carries
    folder                  `tuto build --otter`: both, for every written lesson
    reception               in the grader: the notebook set aside, the pupil's folder emptied
    correction              the same grading as `tuto grade`, with what only the teacher should know
    gradescope, phrases     what Gradescope shows
    plugin, entrance        where otter calls us, and where Gradescope starts

Otter itself is imported in plugin only, and where something is built or started.
"""
