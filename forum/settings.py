"""All settings, read top to bottom. Every variable is optional on SQLite; README.md lists them with their defaults."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from babel import Locale, UnknownLocaleError
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def yes_or_no(name, default):
    value = env.str(name, default=default).lower()
    if value not in ("true", "false"):
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to true or false.")
    return value == "true"


# Safety -------------------------------------------------------------------------------------------------------------

DEBUG = yes_or_no("DEBUG", "true")
SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if not DEBUG:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing. With DEBUG=false, set it to a long random text that only this site knows."
        )
    SECRET_KEY = "only-for-a-demo-on-this-computer"  # noqa: S105 - refused above as soon as DEBUG is off
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is missing. With DEBUG=false, set it to the site's host names, such as forum.example.org."
    )
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https://")
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE_URL.startswith("https://") else None
SECURE_HSTS_SECONDS = 31_536_000 if SITE_URL.startswith("https://") else 0

# Parts --------------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "forum.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "django_prose_editor",
    "people",
    "events",
    "press",
    "archive",
    "forum",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "press.freshness.freshness_middleware",
    "press.as_of.as_of_middleware",
    "press.front_door.denial_middleware",
]
ROOT_URLCONF = "forum.urls"
WSGI_APPLICATION = "forum.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "forum.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "people.templatetags.wording"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database -----------------------------------------------------------------------------------------------------------

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
try:
    DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
except (ValueError, ImproperlyConfigured) as error:
    raise ImproperlyConfigured(
        "DATABASE_URL cannot be read. Set it to something like postgres://user:password@host:5432/name."
    ) from error
ENGINE = DATABASES["default"].get("ENGINE")
if ENGINE == "django.db.backends.sqlite3":
    # WAL lets visitors read while an editor writes; IMMEDIATE takes the write lock at the start of a transaction,
    # so that two editors wait for each other instead of one of them failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Without recursive triggers, REPLACE deletes rows behind the back of the guards over what is sealed.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        " PRAGMA recursive_triggers=ON;",
    }
elif ENGINE == "django.db.backends.postgresql":
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}
else:
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgres://; no other database is supported.")

# Languages and time -------------------------------------------------------------------------------------------------


def languages(name, default):
    """Pairs of code and the language's own name, for codes such as en, fr or sr_Latn."""
    codes = env.list(name, default=default)
    try:
        return [(code, Locale.parse(code, sep="-").display_name.capitalize()) for code in codes]
    except (UnknownLocaleError, ValueError) as error:
        raise ImproperlyConfigured(
            f"{name} holds an unknown language ({error}). Set it to something like en,fr,sl."
        ) from error


LANGUAGES = languages("SITE_LANGUAGES", ["en", "fr", "sl"])
"""The languages in which the site itself speaks; each public address begins with one of them."""
CONTENT_LANGUAGES = list(dict.fromkeys([*LANGUAGES, *languages("CONTENT_LANGUAGES", ["de", "mk", "sr"])]))
"""The languages in which editors can store texts: the site's own, then the others."""
if not LANGUAGES:
    raise ImproperlyConfigured("SITE_LANGUAGES is empty. Name at least one language, such as en.")
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True  # instants are stored in UTC; pages show them in the zone of the forum's venue
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Brussels")
try:
    ZoneInfo(TIME_ZONE)
except (ZoneInfoNotFoundError, ValueError) as error:
    raise ImproperlyConfigured(
        f"TIME_ZONE {TIME_ZONE!r} is unknown. Set it to something like Europe/Brussels."
    ) from error

# The newsroom -------------------------------------------------------------------------------------------------------

SINGLE_HANDED = yes_or_no("SINGLE_HANDED", "false")
"""Whether one person may approve what they submitted themselves; the public record then says so."""
SITE_NAME = env.str("SITE_NAME", default="Ministerial Forum Newsroom")

# Files --------------------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
MEDIA_URL = "media/"
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(BASE_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
SENDFILE_HEADER = env.str("SENDFILE_HEADER", default="")
"""`X-Accel-Redirect` or `X-Sendfile` if the web server in front sends the files that a view has allowed."""
if SENDFILE_HEADER.lower() not in ("", "x-accel-redirect", "x-sendfile"):
    raise ImproperlyConfigured(
        "SENDFILE_HEADER is unknown. Set it to X-Accel-Redirect or X-Sendfile, or leave it empty."
    )
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a forum of fifty sessions in five languages is one form
