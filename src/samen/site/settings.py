"""One settings file. Values come from the environment; a secret may stand in a file.

`NAME_FILE` names a file that holds the value of `NAME`. What is wrong is refused at start
by the checks in `samen.site.checks`. Every setting is described in docs/running.md.
"""

import os
import secrets
from datetime import date
from pathlib import Path

from django.utils.csp import CSP

from samen.core.terms import Role
from samen.site import database, sign_in

ROOT = database.ROOT
STATE = database.STATE
PACKAGE = Path(__file__).parents[1]


def setting(name: str, default: str = "") -> str:
    """The value of an environment variable, or of the file that NAME_FILE names."""
    file = os.environ.get(f"{name}_FILE")
    return Path(file).read_text().strip() if file else os.environ.get(name, default)


def _own_secret() -> str:
    """A secret key made once for this checkout, for a site that was given none."""
    file = STATE / "secret.key"
    if not file.exists():
        STATE.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


DEMO = setting("SAMEN_DEMO") == "1"
DEBUG = setting("SAMEN_DEBUG") == "1"
SECRET_KEY = setting("SAMEN_SECRET_KEY") or _own_secret()
ALLOWED_HOSTS = setting("SAMEN_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in setting("SAMEN_ORIGINS").split(",") if origin]
BEHIND_TLS = setting("SAMEN_TLS") == "1"
# The day that pages call today; empty for the real one. The demo sets it to its own year.
TODAY = date.fromisoformat(setting("SAMEN_TODAY")) if setting("SAMEN_TODAY") else None
# Where the day stands to which somebody moved the demo; all its processes look there.
DEMO_DAY = STATE / "demo-day"

# Where signed checkpoints of the log go beside the database, and the key (hexadecimal).
CHECKPOINTS = setting("SAMEN_CHECKPOINTS") or str(STATE / "checkpoints")
CHECKPOINT_KEY = setting("SAMEN_CHECKPOINT_KEY")

# The keys of what is sealed in the register, a file a day. They go on their day; a backup that
# keeps them with the database undoes that.
KEYS = Path(setting("SAMEN_KEYS") or STATE / "keys")

_urls = database.ensure_database()
_role = _urls.owner if setting("SAMEN_ROLE") == "owner" else _urls.app
DATABASES = {"default": database.as_settings(_role)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # before the parts whose templates they replace
    "samen.site",
    "samen.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "samen.work",
    "samen.purposes",
    "samen.register",
    "samen.linkage",
    "samen.exchange",
    "samen.programme",
    "samen.figures",
    "samen.letters",
]

MIDDLEWARE = [
    "samen.site.middleware.RequestNumber",
    "samen.site.middleware.Head",
    "samen.figures.kept.Kept",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samen.site.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samen.accounts.middleware.SecondFactor",
    "samen.site.middleware.Refusals",
    "samen.site.middleware.Trail",
]

ROOT_URLCONF = "samen.site.urls"
WSGI_APPLICATION = "samen.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samen.site.context.frame",
            ],
        },
    },
]

FORM_RENDERER = "samen.site.form_look.FormLook"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Samen sends no mail (links are handed on by people), and must not try to.
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
ACCOUNT_ADAPTER = "samen.accounts.adapter.ClosedDoor"
SOCIALACCOUNT_ADAPTER = "samen.accounts.adapter.ClosedSideDoor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Samen"
MFA_FORMS = {
    "add_webauthn": "samen.accounts.forms_of_keys.NewKeyForm",
    "edit_webauthn": "samen.accounts.forms_of_keys.KeyForm",
}
# Roles that cannot do without a second factor, by name, with a comma between.
SECOND_FACTOR_ROLES = frozenset(
    Role(name) for name in setting("SAMEN_SECOND_FACTOR").split(",") if name
)
_oidc = sign_in.providers(setting("SAMEN_OIDC"))
OIDC_DOMAINS = {provider.id: provider.domains for provider in _oidc}
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"APPS": [provider.as_allauth() for provider in _oidc]}
}
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_ONLY = False

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "site" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# One style sheet (a static file's name) that is laid over site/tokens.css.
SAMEN_THEME_CSS = setting("SAMEN_THEME_CSS")

# Who publishes the figures (name, own address in TOOI, mailbox), and under which licence.
PUBLISHER = (
    setting("SAMEN_PUBLISHER"),
    setting("SAMEN_PUBLISHER_URI"),
    setting("SAMEN_PUBLISHER_EMAIL"),
)
LICENCE = setting("SAMEN_LICENCE", "http://creativecommons.org/publicdomain/zero/1.0/")
CSRF_FAILURE_VIEW = "samen.site.pages.stale_form"

STATIC_URL = "static/"
STATIC_ROOT = STATE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if setting("SAMEN_STATIC") == "plain"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF, *(provider.origin for provider in _oidc)],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "samen.accounts.kept_sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "samen.site.uploads.NamelessUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# In the database, so that limits on tries hold over all web processes; made by a migration.
CACHE_TABLE = "site_cache"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": CACHE_TABLE,
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PGHISTORY_APPEND_ONLY = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"number": {"()": "samen.site.middleware.WithNumber"}},
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(request_id)s %(name)s %(message)s"}
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["number"]}
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
