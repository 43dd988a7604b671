"""Words of what is approved but not visible yet, in something that becomes visible before it.

Compared are the texts and labels of press pages and forums, wherever they are printed. Eight consecutive words are a
passage: shorter runs are titles, offices and set phrases that many pages share. What a visible page, statement, caption
or programme says already is no secret, and what two texts take from reference data (names, notes) is not compared.
"""

from django.db.models import Q

from press.markup import plain_text
from press.models import Publication, PublishedPhoto, PublishedStatement, PublishedText
from press.shingles import shared_runs, shingles, words_of

PASSAGE = 8
LANDMARKS = 3
"""Of a passage, so many of the longest words narrow down the visible texts that may have it."""


REFERENCE = {"minister", "party", "topic"}
"""Keys of sealed reference data: a person, a party, a topic."""
NO_PROSE = {"notes", "group", "series", "places", "url", "source", "source_url", "renditions", "files"}
NO_PROSE |= {"credit", "author", "agency", "provider", "licence"}
"""Reference data under other keys, what the site itself words, addresses, and whose a photo or a quotation is."""
NAMES_OF_A_FORUM = {"title", "venue", "city"}
"""Every page about a forum prints them."""


def prose(content):
    """Every text and label of a sealed content that somebody wrote for it, at any depth."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for part in content:
            yield from prose(part)
    elif isinstance(content, dict) and not content.keys() & REFERENCE:
        skipped = NO_PROSE | NAMES_OF_A_FORUM if "series" in content else NO_PROSE
        for key, part in content.items():
            if key == "body" and isinstance(part, str):
                yield plain_text(part)
            elif key not in skipped:
                yield from prose(part)


def shown_too_early(publication, at):
    """Pairs of another publication that is still hidden at the moment `at`, and a passage of it that would be shown.

    Words belong to what was approved first. The members of one release set appear together.
    """
    others = others_than(publication).approved().filter(Q(visible_from=None) | Q(visible_from__gt=at))
    if publication.approved_at:
        others = others.filter(approved_at__lt=publication.approved_at)
    if publication.release_set_id:
        others = others.exclude(release_set=publication.release_set_id)
    yield from passages_of(others, publication)


def showing_too_early(publication, at):
    """Pairs of another publication that appears before the moment `at`, and a passage of `publication` in it."""
    others = others_than(publication).embargoed().filter(visible_from__lt=at, approved_at__gt=publication.approved_at)
    for other in others:
        yield from ((other, words) for _publication, words in passages_of([publication], other))


def others_than(publication):
    others = Publication.objects.exclude(press_page=publication.press_page_id, forum=publication.forum_id)
    return others.select_related("press_page__forum", "forum")


def passages_of(hidden, publication):
    """Pairs of each of the `hidden` publications and the first passage of it in `publication` that nobody may read."""
    texts = None
    for other in hidden:
        secret = shingles_of(words_of(text) for text in prose(other.content))
        texts = [words_of(text) for text in prose(publication.content)] if texts is None else texts
        shared = [run for words in texts for run in shared_runs(words, secret, PASSAGE)]
        if shared:
            secret -= shingles_of(words_of(text) for text in public_texts(shared, other, publication))
        kept = (run for words in shared for run in shared_runs(words, secret, PASSAGE))
        if passage := next(kept, None):
            yield other, " ".join(passage)


def shingles_of(lists_of_words):
    return set().union(*(shingles(words, PASSAGE) for words in lists_of_words))


def public_texts(runs, *publications):
    """The visible texts that may have the runs: pages and statements, and whatever else is visible of the same
    subjects, of the same forum or with the same photos.
    """
    asked = Q()
    for run in runs:
        landmarks = sorted(set(run), key=len)[-LANDMARKS:]
        asked |= Q(*(Q(search__contains=word) for word in landmarks))
    for rows in (PublishedText.objects, PublishedStatement.objects):
        yield from rows.visible().filter(asked).values_list("search", flat=True)
    related = Q(press_page__in=[one.press_page_id for one in publications if one.press_page_id])
    related |= Q(forum__in=[one.forum_id for one in publications if one.forum_id])
    forums = [one.content["forum"]["uid"] for one in publications if one.content["forum"]]
    related |= Q(forum__uid__in=forums) | Q(press_page__forum__uid__in=forums)
    photos = [photo["photo"] for one in publications for photo in one.content.get("photos", [])]
    related |= Q(pk__in=PublishedPhoto.objects.filter(photo__uid__in=photos).values("publication"))
    for visible in Publication.objects.visible().filter(related):
        yield from prose(visible.content)
