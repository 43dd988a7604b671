"""What the newsroom reads about a publication: where it stands, what changed, and the page as visitors will see it."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.views import show_publication as show_forum
from events.views import withdrawn
from people.dates import language_name
from people.differences import Run
from people.labels import in_language
from press import publishing, venue_times
from press.differences import differences
from press.models import Publication
from press.views import show_publication as show_page

AROUND = 160
"""Characters of unchanged text that are shown on each side of a change."""

STATES = {
    "waiting": gettext_lazy("waits for approval"),
    "approved": gettext_lazy("approved, waits for its release set"),
    "embargoed": gettext_lazy("approved, not visible yet"),
    "visible": gettext_lazy("visible"),
    "withdrawn": gettext_lazy("withdrawn"),
    "replaced": gettext_lazy("replaced by a later version"),
    "voided": gettext_lazy("sent back, taken back or cancelled"),
}


def address(publication):
    """The address of the page on which it is reviewed."""
    return reverse("admin:press_publication_review", args=[publication.pk])


def state_of(publication):
    """The state, in one word; a withdrawal that holds is `withdrawn`."""
    state = publication.state
    return "withdrawn" if state == "visible" and publication.is_withdrawal else state


def state_in_words(publication):
    return STATES[state_of(publication)]


def short_state(publication):
    """“version 2 visible”: for lists."""
    words = {
        "waiting": _("version %(number)s waits"),
        "approved": _("version %(number)s approved"),
        "embargoed": _("version %(number)s to come"),
        "visible": _("version %(number)s"),
        "withdrawn": _("withdrawn"),
        "replaced": _("version %(number)s replaced"),
    }
    return words[state_of(publication)] % {"number": publication.number}


def state_line(subject, standing):
    """Where a press page or a forum stands, as parts of one line: its draft, then what was sealed of it."""
    zone = venue_times.zone_of(subject)
    parts = [_state_part(one, zone) for one in standing if one.state != "replaced"]
    if not parts:
        return [_("Draft, nothing was submitted yet")]
    newest = Publication.objects.get(pk=standing[-1].pk)
    same = not newest.is_withdrawal and publishing.draft(subject).content == newest.content
    return [
        _("Nothing has changed since version %(number)s") % {"number": newest.number} if same else _("Draft"),
        *parts,
    ]


def _state_part(publication, zone):
    facts = {"number": publication.number, "by": publication.prepared_by, "set": publication.release_set}
    if publication.visible_from:
        facts["moment"] = venue_times.in_words(publication.visible_from, zone)
    words = {
        "waiting": _("version %(number)s waits for approval, submitted by %(by)s"),
        "approved": _("version %(number)s is approved and waits for “%(set)s”"),
        "embargoed": _("version %(number)s becomes visible on %(moment)s"),
        "visible": _("visible version %(number)s"),
        "withdrawn": _("withdrawn on %(moment)s"),
    }
    return words[state_of(publication)] % facts


def last_approved(subject):
    """The version that the next one follows."""
    return subject.publications.approved().order_by("number").last()


def version_before(publication):
    """The version that a publication follows, or None for the first one."""
    earlier = publication.subject.publications.approved().filter(number__lt=publication.number)
    return earlier.order_by("number").last()


# What changed -------------------------------------------------------------------------------------------------------


def changed(before, after):
    """What differs between two publications: a code, a name and a list of differences for each language."""
    found = []
    for language in languages_of(before.content, after.content):
        differing = differences(before.content, after.content, language)
        if differing:
            found.append((language, language_name(language), [(one.part, shortened(one.runs)) for one in differing]))
    return found


def languages_of(*contents):
    """The languages in which the contents have words of their own, the site's first."""
    used = {code for content in contents if content for code in (content.get("texts") or content["forum"]["title"])}
    site = [code for code, _name in settings.LANGUAGES if code in used]
    return [*site, *sorted(used - set(site))]


def shortened(runs):
    """The runs, with long stretches that did not change cut down to what stands around the changes."""
    last = len(runs) - 1
    for index, run in enumerate(runs):
        if run.sign != "=" or len(run.text) <= 2 * AROUND or not last:
            yield run
            continue
        head = "" if index == 0 else run.text[:AROUND].rpartition(" ")[0]
        tail = "" if index == last else run.text[-AROUND:].partition(" ")[2]
        yield Run("=", f"{head} … {tail}")


def sentences(publication):
    """What changed in a forum's programme, as it will be printed, in the newsroom's language if the site has it."""
    language = translation.get_language()
    return publication.changes.get(language) or publication.changes.get(settings.LANGUAGE_CODE) or []


def parts_in_words(content):
    """How much of everything was sealed: “2 photos”, “3 statements”."""
    if not content:
        return []
    counts = [
        (content.get("photos"), lambda n: ngettext("%d photo", "%d photos", n)),
        (content.get("statements"), lambda n: ngettext("%d statement", "%d statements", n)),
        (content.get("videos"), lambda n: ngettext("%d video", "%d videos", n)),
        (content.get("sessions"), lambda n: ngettext("%d session", "%d sessions", n)),
        (content.get("participants"), lambda n: ngettext("%d participant", "%d participants", n)),
        (content.get("agreements"), lambda n: ngettext("%d agreement", "%d agreements", n)),
        (content.get("documents"), lambda n: ngettext("%d document", "%d documents", n)),
    ]
    return [words(len(rows)) % len(rows) for rows, words in counts if rows]


def languages_in_words(publication):
    """Each language that was sealed: its code, its name, the title, and a remark."""
    content = publication.content
    for language in languages_of(content):
        if "texts" not in content:
            yield language, language_name(language), in_language(content["forum"]["title"], language).text, ""
            continue
        text = content["texts"][language]
        remark = _("the original") if text["is_original"] else _("translation")
        if text["is_stale"]:
            remark = _("translation; the original has changed since")
        yield language, language_name(language), text["title"], remark


# As the public will see it ------------------------------------------------------------------------------------------


def languages_to_show(publication):
    """The site's languages, then the others in which it has a text."""
    site = [code for code, _name in settings.LANGUAGES]
    return [*site, *(code for code in publication.content.get("texts", {}) if code not in site)]


def previews_of(publication):
    """The addresses at which a publication is shown as the public will see it, with their languages."""
    return [
        (reverse("admin:press_publication_preview", args=[publication.pk, code]), code, language_name(code))
        for code in languages_to_show(publication)
    ]


def shown(request, publication, language):
    """A publication's page, rendered from what was sealed. No browser keeps it and no search engine reads it."""
    site_language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(site_language):
        request.LANGUAGE_CODE = site_language
        if publication.is_withdrawal:
            response = withdrawn(request, publication)
        elif publication.press_page_id:
            response = show_page(request, publication, language)
        else:
            response = show_forum(request, publication)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
