"""The ASGI application: Django, and the site's built files beside it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "classroom.settings")

from django.core.asgi import get_asgi_application

application = get_asgi_application()
