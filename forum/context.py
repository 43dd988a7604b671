"""What every template may name."""

from django.conf import settings
from django.utils.translation import gettext_noop

gettext_noop("Ministerial Forum Newsroom")  # the default SITE_NAME, so that the catalogues hold it


def site(request):
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "site_languages": settings.LANGUAGES,
        "party_notes": {},  # filled by {% party_name %} while the page is rendered, printed at its foot
    }
