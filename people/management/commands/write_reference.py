from django.core.management.base import BaseCommand

from people.reference.records import FIXTURE, fixture


class Command(BaseCommand):
    help = "For developers: write the fixture of the reference data anew, after a change in people/reference."

    def handle(self, **options):
        FIXTURE.write_bytes(fixture())
        self.stdout.write(f"{FIXTURE.name} was written. Commit it with the change.")
