"""Enters the reference data; running it again adds nothing.

The sources, each told in full by its module in `people/reference/`: for the states the Interinstitutional Style Guide
and the treaties of accession, and for their short names Babel (CLDR); for the Western Balkan partners the Thessaloniki
declaration of 2003; for the institutions article 13 of the Treaty on European Union; for the agencies the regulations
that founded and renamed them; for the presidencies Council Decision (EU) 2016/1316.
"""

from django.core.management.base import BaseCommand
from django.db import transaction

from people.models import Group, Party
from people.reference.entering import enter_reference


class Command(BaseCommand):
    help = (
        "Enter the member states, partners, institutions and agencies with their dated names, groups and presidencies. "
        "What is there already stays as it is; where it differs from the reference, you are told."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would be added, and add nothing.")

    @transaction.atomic
    def handle(self, *, dry_run, **options):
        entered = enter_reference()
        transaction.set_rollback(dry_run)
        added = {model: records for model, records in entered.added.items() if records}
        for model, records in added.items():
            codes = f": {', '.join(record.code for record in records)}" if model in (Party, Group) else ""
            names = model._meta.verbose_name if len(records) == 1 else model._meta.verbose_name_plural
            self.stdout.write(f"{'Would add' if dry_run else 'Added'} {len(records)} {names}{codes}.")
        if not added:
            self.stdout.write("Nothing was missing.")
        for sentence in entered.differences:
            self.stdout.write(sentence)
        if entered.differences:
            self.stdout.write("What differs was left as it is. Change it in the newsroom if the reference is right.")
