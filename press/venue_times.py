"""Moments as they are written at a venue: a local time exists once, twice or not at all, and is never guessed."""

from datetime import UTC

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.dates import day_in_words


def readings(local, zone):
    """The instants, in UTC, that a local time without a zone can mean: one, two in autumn, none in spring."""
    instants = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(one for one in instants if one.astimezone(zone).replace(tzinfo=None) == local)


def neighbours(local, zone):
    """The two instants, in UTC, around a local time that the clocks skip: as if they had not moved, or had before."""
    return sorted(local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))


def the_instant(local, zone, chosen=""):
    """The one instant that is meant, in UTC; `chosen` is the ISO text of a reading, for a time that exists twice."""
    found = readings(local, zone)
    if len(found) == 1:
        return found[0]
    words = {"time": f"{local:%H:%M}", "day": day_in_words(local.date(), get_language()), "zone": zone}
    if not found:
        before, after = (local_in_words(one, zone, local.date()) for one in neighbours(local, zone))
        raise ValidationError(
            _(
                "%(time)s on %(day)s does not exist in %(zone)s, because the clocks are put forward. "
                "Write %(before)s or %(after)s."
            ),
            code="skipped",
            params={**words, "before": before, "after": after},
        )
    for reading in found:
        if reading.isoformat() == chosen:
            return reading
    first, second = (offset_in_words(one, zone) for one in found)
    raise ValidationError(
        _("%(time)s on %(day)s exists twice in %(zone)s: %(first)s and %(second)s. Choose one."),
        code="twice",
        params={**words, "first": first, "second": second},
    )


def offset_in_words(instant, zone):
    """“00:30 UTC (+02:00)”: an instant, and how far the venue's clocks are ahead then."""
    offset = instant.astimezone(zone).isoformat()[-6:]
    return f"{instant.astimezone(UTC):%H:%M} UTC ({offset})"


def local_in_words(instant, zone, day):
    """“03:30 (01:30 UTC)”, with its day if that is not `day`."""
    local = instant.astimezone(zone)
    before = "" if local.date() == day else f"{day_in_words(local.date(), get_language())}, "
    return f"{before}{local:%H:%M} ({instant:%H:%M} UTC)"


def in_words(instant, zone):
    """“3 December 2021, 17:40 in Europe/Ljubljana (16:40 UTC)”: the moment at the venue, then for everybody."""
    local, utc = instant.astimezone(zone), instant.astimezone(UTC)
    day = "" if local.date() == utc.date() else f"{day_in_words(utc.date(), get_language())}, "
    return _("%(day)s, %(time)s in %(zone)s (%(utc)s UTC)") % {
        "day": day_in_words(local.date(), get_language()),
        "time": f"{local:%H:%M}",
        "zone": zone,
        "utc": f"{day}{utc:%H:%M}",
    }


def zone_of(*subjects):
    """The zone in which the times of press pages and forums are entered and shown: that of their venue, if one."""
    for subject in subjects:
        forum = getattr(subject, "forum", subject)
        if forum is not None:
            return forum.zone
    return timezone.get_default_timezone()
