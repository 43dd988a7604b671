from django.core.management.base import BaseCommand
from django.db import transaction

from press import published_index
from press.models import Publication


class Command(BaseCommand):
    help = "Derive the index rows of every publication again from its payload. Changes nothing that the public reads."

    def handle(self, *args, **options):
        publications = Publication.objects.order_by("pk")
        for publication in publications.iterator():
            with transaction.atomic():
                published_index.build(publication)
        self.stdout.write(f"{publications.count()} publications indexed.")
