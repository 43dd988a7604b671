"""Pages that say almost the same as another one: the same release entered twice, or last year's with a new date.

The resemblance of two texts is the share of their runs of three words that both have (Broder 1997). It is asked of
the newest visible texts of the same language and of a similar length, which is one query however many pages there
are. A text shorter than `SHORTEST` words says too little to be a copy of anything.
"""

from django.db.models import F
from django.db.models.functions import Length

from press.markup import plain_text
from press.models import PublishedText
from press.shingles import shingles, words_of

RUN = 3
RESEMBLANCE = 0.8
SHORTEST = 40
NEWEST = 300


def near_copies(content, page):
    """Triples of a language of the content, the visible text of another page, and how much they resemble (0 to 1)."""
    bodies = {code: plain_text(text["body"]) for code, text in content["texts"].items()}
    words = {code: words_of(body) for code, body in bodies.items()}
    own = {code: shingles(found, RUN) for code, found in words.items() if len(found) >= SHORTEST}
    if not own:
        return
    lengths = [len(bodies[code]) for code in own]
    others = PublishedText.objects.visible().exclude(publication__press_page=page).annotate(characters=Length("plain"))
    others = others.filter(
        publication__press_page__isnull=False,
        language__in=own,
        shown_in=F("language"),
        characters__gte=min(lengths) * RESEMBLANCE,
        characters__lte=max(lengths) / RESEMBLANCE,
    )
    others = others.select_related("publication").only("publication__address", "language", "title", "plain")
    for other in others.order_by("-dated_on", "uid")[:NEWEST]:
        alike = resemblance(own[other.language], shingles(words_of(other.plain), RUN))
        if alike >= RESEMBLANCE:
            yield other.language, other, alike


def resemblance(one, other):
    return len(one & other) / len(one | other) if one or other else 0
