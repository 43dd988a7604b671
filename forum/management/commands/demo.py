"""Enters the demo: a true forum and its press page, ready to be read and edited."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import override

from forum.demo.everything import LOGINS, enter_everything, password_of


class Command(BaseCommand):
    help = "Enter the demo forum, its press pages and three logins. What is there already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("--even-in-production", action="store_true", help="Enter the demo although DEBUG is off.")

    def handle(self, *, even_in_production, verbosity, **options):
        if not settings.DEBUG and not even_in_production:
            raise CommandError(
                "DEBUG is off, so this looks like a public site. The demo makes accounts whose passwords everybody can "
                "read in the source. If you want it nevertheless: manage.py demo --even-in-production."
            )
        with override(settings.LANGUAGE_CODE):
            page = enter_everything()
            addresses = {"Press page": page.get_absolute_url(), "Admin": reverse("admin:index")}
        if verbosity:
            self.report(addresses)

    def report(self, addresses):
        for name, address in addresses.items():
            self.stdout.write(f"{name + ':':<14}{settings.SITE_URL}{address}")
        for name, group in LOGINS.items():
            self.stdout.write(f"{group + ':':<14}{name} / {password_of(name)}")
        self.stdout.write("These are the passwords of new demo accounts; one that somebody has changed stays changed.")
