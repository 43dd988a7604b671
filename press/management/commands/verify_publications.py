from django.core.management.base import BaseCommand, CommandError

from press.models import Publication
from press.verification import damages


class Command(BaseCommand):
    help = "Recompute every digest and the chain of versions. Names what is damaged, the first damage first."

    def handle(self, *args, **options):
        found = 0
        for damage in damages():
            found += 1
            self.stderr.write(str(damage))
        if found:
            raise CommandError(f"{found} damages in {Publication.objects.count()} publications.")
        self.stdout.write(f"{Publication.objects.count()} publications are whole.")
