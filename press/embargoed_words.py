"""Words of what is approved but not visible yet, in something that becomes visible before it.

Compared are the texts of press pages, statements, and what the programme says about a session. Eight consecutive
words are a passage: shorter runs are titles, offices and set phrases that many pages share. What a visible page or
statement says already is no secret, and what two texts quote from reference data (names, notes) is not compared.
"""

from django.db.models import Q

from press.markup import plain_text
from press.models import Publication, PublishedStatement, PublishedText
from press.published_index import dicts_in
from press.shingles import shared_runs, shingles, words_of

PASSAGE = 8
LANDMARKS = 3
"""Of a passage, so many of the longest words narrow down the visible texts that may have it."""


def prose(content):
    """Every text of a sealed content that somebody wrote for it."""
    for text in content.get("texts", {}).values():
        yield from (text["title"], text["lead"], plain_text(text["body"]))
    for part in dicts_in(content):
        if "voices" in part:
            yield from (text["text"] for text in part["texts"].values())
        if "on_the_margins" in part:
            yield from (*part["description"].values(), *part["outcome"].values())


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
    """The visible texts that may have the runs: pages and statements, and what is visible of the same subjects."""
    asked = Q()
    for run in runs:
        landmarks = sorted(set(run), key=len)[-LANDMARKS:]
        asked |= Q(*(Q(search__contains=word) for word in landmarks))
    for rows in (PublishedText.objects, PublishedStatement.objects):
        yield from rows.visible().filter(asked).values_list("search", flat=True)
    subjects = Q(press_page__in=[one.press_page_id for one in publications if one.press_page_id])
    subjects |= Q(forum__in=[one.forum_id for one in publications if one.forum_id])
    subjects |= Q(forum__uid__in=[one.content["forum"]["uid"] for one in publications if one.content["forum"]])
    for visible in Publication.objects.visible().filter(subjects):
        yield from prose(visible.content)
