"""Where a pupil is in the course: what is open, reached, earned, and what comes next.

Reads in this order:

    openings                   the teacher's word on a lesson
    progress                   the pupil's record, and the rules on it
    next_step                  what « Continuer » opens
    road, road_drawing         the stops of « Mon parcours », and the line between them
    medals                     the badges, earned or to earn
    ladder, ladder_drawing     how far the pupil's own model has come down
    class_goal                 what the class does together
    diploma, loss_drawing      the page to print at the end
"""
