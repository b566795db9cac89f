"""The door for the web server. It does not open for a site that would run too powerful."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
application = get_wsgi_application()
import_module("samen.site.checks").refuse_bad_start()
