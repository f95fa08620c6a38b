#!/usr/bin/env python3
"""Django's own commands for the classroom: `python manage.py check --deploy`, `migrate`…"""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "classroom.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
