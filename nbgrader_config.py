"""nbgrader reads this file by its name; the course's settings live in course_config.py."""

from course_config import configure

configure(get_config())  # noqa: F821 - given by nbgrader
