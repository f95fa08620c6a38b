"""The classroom: a Django site where pupils learn in the browser and the teacher sees who needs help.

After `models` and `course`, its rooms read in this order, and import one another in this order only: lesson, road,
gates, grading, roster, gradebook, board, demo, serving; then the views in api, pupil and teacher.
"""
