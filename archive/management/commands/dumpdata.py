from django.core.management.commands import dumpdata
from django.db import DEFAULT_DB_ALIAS

from press import audit
from press.models import AuditEntry


class Command(dumpdata.Command):
    """Django's own command. That the record was taken out, and which parts, goes into the audit log afterwards."""

    def handle(self, *labels, **options):
        super().handle(*labels, **options)
        if options["database"] == DEFAULT_DB_ALIAS:
            audit.record(AuditEntry.Verb.EXPORTED, "manage.py dumpdata", reason=" ".join(labels))
