"""Terms: from one day to another, both included; an open end means unknown or still running."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.record import RecordQuerySet


def ends_after_start(name):
    """The constraint that every term carries, named as a sentence."""
    return models.CheckConstraint(
        condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
        name=name,
        violation_error_message=gettext_lazy("The last day lies before the first day. Correct one of the two dates."),
    )


def refuse_end_before_start(record):
    """Say the same on the field that the editor must change."""
    if record.starts_on and record.ends_on and record.ends_on < record.starts_on:
        raise ValidationError(
            {
                "ends_on": _("The last day lies before the first day (%(day)s). Correct one of the two dates.")
                % {"day": record.starts_on.isoformat()}
            }
        )


def holds_on(record, day):
    return (record.starts_on is None or record.starts_on <= day) and (record.ends_on is None or day <= record.ends_on)


class TermQuerySet(RecordQuerySet):
    def on(self, day):
        """The terms that hold on `day`."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=day),
            Q(ends_on=None) | Q(ends_on__gte=day),
        )
