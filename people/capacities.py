"""The capacity in which somebody acts, as it is printed everywhere: “Minister of the Interior, acting (Slovenia)”.

A capacity is a dict as sealed: its `title`, its `standing`, and the party that it is held for (`of`).
"""

from django.utils.translation import override

from people.labels import in_language
from people.models import Mandate
from people.notes import marked_name


def standing_in_words(capacity, language):
    """What follows the title of somebody who is acting or designate; empty for a holder."""
    standing = Mandate.Standing(capacity["standing"])
    if standing == Mandate.Standing.FULL:
        return ""
    with override(language):
        return f", {standing.label}"


def title_in_words(capacity, language):
    """Without the party, for a table that names it beside."""
    return in_language(capacity["title"], language).text + standing_in_words(capacity, language)


def in_words(capacity, language):
    """As plain text; the HTML is the tag `capacity` of `people/templatetags/wording.py`."""
    party = marked_name(capacity["of"], language) or capacity["of"]["code"]
    return f"{title_in_words(capacity, language)} ({party})"
