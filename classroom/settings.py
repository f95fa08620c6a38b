"""Django's settings. What differs from one machine to another comes from the environment.

TUTO_DATA        folder of everything that must be kept: database, keys (default: .tuto/classe in the project)
DATABASE_URL     another database than the SQLite file in TUTO_DATA, such as postgres://user@host/name
TUTO_HOSTS       names this server answers to, beside its addresses and localhost; separated by commas
TUTO_HTTPS       "1" behind a proxy that speaks TLS: cookies travel on https only (see docs/installation_serveur.md)
TUTO_JOBS        sandboxes that grade at the same time (default: one per processor, 4 at most)
TUTO_PARTIAL     "1": grade even where the system adds no lock around the sandbox (see `tuto doctor`)
TUTO_SOLO        "1": one self-learner, no login
"""

import os
from pathlib import Path

import dj_database_url

from classroom.serving.keys import read_key
from classroom.serving.site_files import built_site

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("TUTO_DATA") or ROOT / ".tuto" / "classe").resolve()
HTTPS = os.environ.get("TUTO_HTTPS") == "1"
SOLO = os.environ.get("TUTO_SOLO") == "1"
ACCEPT_PARTIAL_ISOLATION = os.environ.get("TUTO_PARTIAL") == "1"
GRADING_JOBS = int(os.environ.get("TUTO_JOBS") or min(os.cpu_count() or 1, 4))

SECRET_KEY = read_key(DATA / "cle_du_serveur")
DEBUG = False
ALLOWED_HOSTS = ["*"]  # classroom.gates.doors.KnownHost is stricter, and accepts any address of this machine
KNOWN_NAMES = tuple(name.strip().lower() for name in os.environ.get("TUTO_HOSTS", "").split(",") if name.strip())
ROOT_URLCONF = "classroom.urls"
ASGI_APPLICATION = "classroom.asgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "classroom",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "classroom.gates.doors.ContentSecurityPolicy",
    "classroom.gates.doors.KnownHost",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "classroom.gates.pupils.CurrentPupil",
    "classroom.serving.storms.Storms",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "classroom.pupil.reading.reading",
            ],
            "builtins": ["classroom.templatetags.tuto"],
        },
    }
]

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "classe.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",  # a transaction that will write waits at its start, never fails in its middle
        "timeout": 20,  # seconds
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000;",
    },
}
POSTGRES = {"OPTIONS": {"pool": {"min_size": 2, "max_size": 16, "timeout": 20}}}
if url := os.environ.get("DATABASE_URL"):
    database = dj_database_url.parse(url)
    DATABASES = {"default": database | (POSTGRES if "postgresql" in database["ENGINE"] else {})}
else:
    DATABASES = {"default": SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "teacher:login"

SESSION_COOKIE_NAME = "tuto_session"
SESSION_COOKIE_AGE = 12 * 3600  # seconds: a school day, then the card again
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True  # the page's script reads the token in the page
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "classroom.serving.storms.old_page"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if HTTPS else None  # browsers ignore it, aloud, on plain http
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 << 20  # bytes
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 << 20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LANGUAGE_CODE = "fr"
TIME_ZONE = os.environ.get("TUTO_TIME_ZONE", "Europe/Paris")
USE_TZ = True

SITE = built_site(ROOT)  # the pages' files: styles, scripts, Python for the browser
STATIC_URL = f"/static/{SITE.key}/"  # a new key at every build: browsers may keep these files for ever
STATICFILES_DIRS = [SITE.folder] if SITE.folder.is_dir() else []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "short", "level": "WARNING"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
