"""The moment for which pages are rendered: now, unless somebody asked for the site as it stood at another one."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment = ContextVar("moment", default=None)
_release_set = ContextVar("release_set", default=None)


def now():
    """The current moment as an aware datetime, to the millisecond: a fixture keeps no more."""
    moment = timezone.now()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def moment():
    """The aware datetime that decides what is visible."""
    return _moment.get() or now()


def today():
    """The day of that moment in the site's time zone."""
    return moment().astimezone(timezone.get_default_timezone()).date()


def imagined_release_set():
    """The uid of the release set that is shown as if it were released, or None."""
    return _release_set.get()


@contextmanager
def as_of(at, release_set=None):
    """Within this block, everything is as it stood (or will stand) at the aware datetime `at`.

    With the uid of a release set, as it will stand once that set is released.
    """
    tokens = _moment.set(at), _release_set.set(release_set)
    try:
        yield
    finally:
        _moment.reset(tokens[0])
        _release_set.reset(tokens[1])


def is_now():
    return _moment.get() is None
