"""The clock."""

from django.utils import timezone


def now():
    """The current moment as an aware datetime, to the millisecond: a fixture keeps no more."""
    moment = timezone.now()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
