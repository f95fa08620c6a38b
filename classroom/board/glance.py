"""Has anything changed in a class? A cheap look, asked every second by every open board.

Nothing is kept in this process: whoever wrote, in any process, the database tells.
"""

from django.db.models import Count, Max, Sum

from classroom.models import Classroom, FreeAnswer, Pupil, Said, Standing


def glance(classroom: Classroom) -> tuple:
    """Values to compare, never to read: they change with every try, edit, hand or mark of the class."""
    pupils = Pupil.objects.filter(classroom=classroom).order_by()
    hands = pupils.aggregate(Count("pk"), Count("raised_at"), Max("raised_at"))
    standings = Standing.objects.filter(pupil__classroom=classroom).aggregate(
        Count("pk"),
        Sum("tries"),
        Sum("same_mistake"),
        Sum("best_points"),
        Sum("override"),
        Count("override"),
        Max("last_at"),
        Max("edited_at"),
        Max("passed_at"),
        Max("updated_at"),
    )
    copies = FreeAnswer.objects.filter(pupil__classroom=classroom).aggregate(
        Count("pk"), Max("updated_at"), Max("marked_at")
    )
    said = Said.objects.filter(classroom=classroom).aggregate(Max("said_at"))
    return tuple(value for found in (hands, standings, copies, said) for value in found.values())
