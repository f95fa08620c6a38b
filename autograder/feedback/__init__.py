"""What people read after a correction: one page per pupil and lesson, and the summary of the class.

Reads in this order: phrases (what is said) -> typography, listing, places, progress, badges (small pure parts)
-> pupil_page -> mistakes, class_summary, results. Nothing here decides a point: reports come in, files go out.
"""

from autograder.feedback.class_summary import write_class_summary
from autograder.feedback.pupil_page import write_pupil_page
from autograder.feedback.results import write_results

__all__ = ["write_class_summary", "write_pupil_page", "write_results"]
