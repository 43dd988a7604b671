"""The moment for which pages are rendered: now, unless somebody asked for the site as it stood at another one."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment = ContextVar("moment", default=None)


def now():
    """The current moment as an aware datetime, to the millisecond: a fixture keeps no more."""
    moment = timezone.now()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def moment():
    """The aware datetime that decides what is visible."""
    return _moment.get() or now()


@contextmanager
def as_of(at):
    """Within this block, everything is as it stood (or will stand) at the aware datetime `at`."""
    token = _moment.set(at)
    try:
        yield
    finally:
        _moment.reset(token)


def is_now():
    return _moment.get() is None
