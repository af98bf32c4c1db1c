import os
from urllib.parse import urlsplit

url = urlsplit(os.environ["DATABASE_URL"])
SECRET_KEY = "only for this recording"
USE_TZ = True
INSTALLED_APPS = [
    "shop",
    "billing",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": url.hostname,
        "PORT": url.port,
        "USER": url.username,
        "NAME": url.path[1:],
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

