"""What is found before something is published, and what is not: a table for each kind."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from events.models import Forum
from press import preflight, previews, publishing
from press.findings import Level, link_to
from press.models import AuditEntry, PressPage, ReleaseSet
from tests.make import (
    BRDO_FIRST,
    LONG,
    QUOTE,
    approve,
    make_account,
    make_agenda_item,
    make_agreement,
    make_doubtful_page,
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_photo,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_photo,
    show_statement,
)
from tests.newsroom import page_of

pytestmark = pytest.mark.django_db
SECRET = "The ministers will open nine joint offices along the whole length of the common border."
HOUR = datetime.timedelta(hours=1)


def found(subject, kind):
    """The findings of a kind in a subject as it stands now."""
    findings = preflight.findings(publishing.draft(subject))
    return [one for one in findings if (one.key.partition(":")[0] or "embargo") == kind]


def page_saying(words, language="en", **changes):
    page = make_press_page(
        original_language=language, text={"title": "–", "lead": "", "body": f"<p>{words}</p>"}, **changes
    )
    return page


def anchors(findings, page):
    return [link_to(one, page).partition("#")[2] for one in findings]


# Relative dates -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words", "phrases"),
    [
        ("en", "They met yesterday and will meet next Monday.", ["yesterday", "next Monday"]),
        ("en", "Today’s talks go on\nnext   week.", ["Today", "next week"]),
        ("en", "The todays of yesteryear; a mayor of Monday Island.", []),
        ("en", "“We agreed today,” she said.", []),
        ("fr", "Aujourd’hui, la semaine prochaine et lundi dernier.", ["Aujourd’hui", "la semaine prochaine"]),
        ("fr", "Les demains qui chantent.", []),
        ("de", "Gestern und nächste Woche.", ["Gestern", "nächste Woche"]),
        ("de", "Am Morgen des 2. Dezember.", []),
        ("sl", "Včeraj in prejšnji teden.", ["Včeraj", "prejšnji teden"]),
        ("sl", "Današnji svet.", []),
        ("mk", "Вчера и минатата недела.", ["Вчера", "минатата недела"]),
        ("mk", "Денешниот свет.", []),
        ("sr", "Јуче и прошле недеље.", ["Јуче", "прошле недеље"]),
        ("sr", "Juče i prošle nedelje.", ["Juče", "prošle nedelje"]),
        ("sr", "Данашњица.", []),
        ("el", "χθες", []),
    ],
)
def test_relative_date_is_found_outside_quotations(settings, language, words, phrases):
    settings.CONTENT_LANGUAGES = [*settings.CONTENT_LANGUAGES, ("de", "Deutsch"), ("el", "Ελληνικά")]
    page = page_saying(words, language)
    findings = found(page, "date")
    for phrase in phrases:
        assert any(f"“{phrase}” says nothing" in one.message for one in findings), phrase
    assert bool(findings) == bool(phrases)
    assert set(anchors(findings, page)) <= {"id_texts-0-body"}


def test_relative_date_in_a_programme_is_found():
    forum = make_forum()
    make_session(forum, title={"en": "Europe today"}, description={"en": "They met yesterday and said “today”."})
    (finding,) = found(forum, "date")
    assert "“yesterday” says nothing" in finding.message
    assert anchors([finding], forum) == ["id_description:en"]


# Names --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("en", "Minister Gérald Darmanin spoke.", "Gérald Darmanin"),
        ("en", "Prime Minister Janez Janša and others", "Janez Janša"),
        ("en", "Gérald Darmanin, Minister of the Interior of France", "Gérald Darmanin"),
        ("en", "Minister Aleš Hojs and Minister Ales Hojs", ""),
        ("en", "Minister Aleš Hojc spoke.", "Aleš Hojc"),
        ("en", "At Brdo, Minister Hojs opened. In Slovenia, the Minister spoke.", ""),
        ("en", "The Ministry of the Interior; Ministers Meet Again", ""),
        ("en", "Minister Juergen Mueller met Minister Jurgen Muller.", ""),
        ("en", "Minister Djordje Ciric met Minister Đorđe Ćirić.", ""),
        ("en", "Minister Juergen Miller", "Juergen Miller"),
        ("fr", "la ministre Marlène Schiappa", "Marlène Schiappa"),
        ("fr", "le ministre Aleš Hojs", ""),
        ("sl", "z ministrom Alešem Hojsom", ""),
        ("sl", "ministra Aleša Hojsa", ""),
        ("sl", "ministra Géralda Darmanina", "Géralda Darmanina"),
        ("mk", "министерот Алеш Хојс", ""),
        ("mk", "министерот Жералд Дарманен", "Жералд Дарманен"),
        ("sr", "министра Алеша Хојса", ""),
        ("sr", "ministra Aleša Hojsa", ""),
        ("sr", "министра Жералда Дарманена", "Жералда Дарманена"),
    ],
)
def test_name_beside_an_office_that_no_record_has_is_found(language, words, name):
    make_minister(other_spellings="Алеш Хојс")
    make_minister(given_name="Jürgen", family_name="Müller", slug="juergen-mueller")
    make_minister(given_name="Ђорђе", family_name="Ћирић", slug="djordje-ciric")
    findings = found(page_saying(words, language), "name")
    expected = [f"No record has the name “{name}”. Correct it, or enter the person with their mandate."] if name else []
    assert [one.message for one in findings] == expected


# Notes --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "language", "words", "is_found"),
    [
        ("asterisk", "en", "The delegation of Kosovo came.", True),
        ("asterisk", "en", "The delegation of Kosovo* came. Kosovo spoke.", False),
        ("asterisk", "en", "The delegation came. Kosovo spoke, then Kosovo*.", True),
        ("asterisk", "en", "A Kosovar spoke.", False),
        ("number", "en", "Kosovo¹ and Kosovo", False),
        ("number", "en", "Kosovo* came", True),
        ("off", "en", "Kosovo came", False),
        ("asterisk", "sl", "S Kosovom in Kosova", True),
        ("asterisk", "sl", "S Kosovom* in Kosova", False),
        ("number", "sl", "S Kosovom¹ in Kosova", False),
        ("asterisk", "fr", "Le Kosovo", False),
    ],
)
def test_party_without_its_note_is_found_at_its_first_mention(style, language, words, is_found):
    kosovo = make_party("XK", "Kosovo")
    kosovo.names.create(language="sl", short="Kosovo")
    for code in ("en", "sl"):
        kosovo.notes.create(language=code, text="Without prejudice.", style=style)
    findings = found(page_saying(words, language), "note")
    assert len(findings) == is_found


def noted_kosovo():
    make_party("XK", "Kosovo").notes.create(language="en", text="Without prejudice.")


@pytest.mark.parametrize(
    ("place", "words", "anchor"),
    [
        ("caption", "The delegation of Kosovo", "page_photos-group"),
        ("alt", "The delegation of Kosovo", "page_photos-group"),
        ("alt", "The delegation of Kosovo*", ""),
        ("statement", "Kosovo is a partner in all of this.", "page_statements-group"),
        ("body", "Kosovo* came.", ""),
    ],
)
def test_note_is_missed_beside_the_text_too(place, words, anchor):
    noted_kosovo()
    page = page_saying(words if place == "body" else "They met.", forum=make_forum())
    photo = make_photo(alt=words if place == "alt" else "Hall")
    photo.texts.update(caption=words if place == "caption" else "–" if place == "alt" else "Kosovo*")
    show_photo(page, photo)
    if place == "statement":
        show_statement(page, make_statement(page.forum, words))
    assert anchors(found(page, "note"), page) == ([anchor] if anchor else [])


@pytest.mark.parametrize(("kind", "field"), [("session", "title"), ("session", "description"), ("item", "title")])
def test_note_is_missed_in_a_programme(kind, field):
    noted_kosovo()
    forum = make_forum()
    session = make_session(forum)
    record = session if kind == "session" else make_agenda_item(forum, session=session)
    assert found(forum, "note") == []
    setattr(record, field, {"en": "The delegation of Kosovo"})
    record.save()
    (finding,) = found(forum, "note")
    assert link_to(finding, forum) == f"{page_of(type(record), 'change', record.pk)}#id_{field}:en"
    setattr(record, field, {"en": "The delegation of Kosovo*"})
    record.save()
    assert found(forum, "note") == []


# Translations -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"state": "draft"}, "is a draft and stays unpublished"),
        ({"state": "ready", "translated_from": "0" * 64}, "The original has changed since"),
        ({"state": "ready"}, ""),
    ],
)
def test_translation_that_is_stale_or_not_ready_is_found(facts, message):
    page = make_press_page()
    page.texts.create(language="fr", title="Réunion", **facts)
    findings = found(page, "translation")
    assert [message in one.message for one in findings] == ([True] if message else [])
    assert anchors(findings, page) == (["id_texts-1-state"] if message else [])


# Links --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("href", "is_dead"),
    [
        ("/en/press/2021/public/", False),
        ("http://127.0.0.1:8000/en/press/2021/public/", False),
        ("/en/press/2021/public/#main", False),
        ("/en/press/2021/public/#nowhere", True),
        ("/en/press/2021/waiting/", True),
        ("/en/press/2021/gone/", True),
        ("/en/nowhere/", True),
        ("/admin/", True),
        ("../public/", False),
        ("../nobody/", True),
        ("#main", False),
        ("#nowhere", True),
        ("/en/forums/", False),
        ("https://www.gov.si/nowhere", False),
        ("mailto:press@example.org", False),
        ("//[x", True),
        ("/en/corrections/feed/", False),
        ("/en/press/?q=%00", False),
    ],
)
def test_link_to_what_visitors_cannot_see_is_found(settings, href, is_dead):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    publish(make_press_page(slug="public"))
    publishing.submit(make_press_page(slug="waiting"), by=make_account())
    gone = make_press_page(slug="gone")
    publish(gone)
    publish(gone, kind="withdrawal")
    page = page_saying(f'See <a href="{href}">there</a>.', slug="linking")
    findings = found(page, "link")
    assert [one.message.split("”")[0] for one in findings] == ([f"The link “{href}"] if is_dead else [])


def test_link_is_dead_where_the_site_answers_to_another_name(settings):
    settings.ALLOWED_HOSTS = ["newsroom.example"]
    page = page_saying('<a href="/en/corrections/feed/">feed</a>')
    assert len(found(page, "link")) == 1
    settings.SITE_URL = "https://newsroom.example"
    assert found(page, "link") == []


@pytest.mark.parametrize("address", ["/en/preview/{}/", "/en/preview/{}/in/en/"])
def test_preview_link_is_dead_and_not_opened(client, address):
    candidate = publishing.submit(make_press_page(slug="shown"), by=make_account("editor"))
    _link, token = previews.make(candidate, "Ana", make_account("chief"), timezone.now() + HOUR)
    before = AuditEntry.objects.count()
    assert len(found(page_saying(f'<a href="{address.format(token)}">there</a>'), "link")) == 1
    assert AuditEntry.objects.count() == before
    assert client.get(address.format(token)).status_code == 200


def test_link_to_a_member_of_the_same_set_is_alive():
    together = ReleaseSet.objects.create(name="Outcome")
    approve(publishing.submit(make_press_page(slug="member"), by=make_account("editor"), release_set=together))
    page = page_saying('<a href="/en/press/2021/member/">there</a>', slug="linking")
    candidate = publishing.submit(page, by=make_account("editor"), release_set=together)
    assert [one.key for one in preflight.findings(candidate)] == []
    assert len(found(page, "link")) == 1


# Near-copies --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        (LONG, True),
        (LONG.replace("report", "speech", 1), True),
        (LONG[: len(LONG) // 2], False),
        (
            "".join(f"<p>Sentence {number} of this page says something else than others.</p>" for number in range(9)),
            False,
        ),
    ],
)
def test_near_copy_of_another_page_is_found(body, is_found):
    publish(make_press_page(slug="former", text={"title": "The former page", "body": LONG}))
    findings = found(make_press_page(slug="new", text={"body": body}), "copy")
    assert len(findings) == is_found
    assert all("“The former page”" in one.message for one in findings)


def test_page_is_no_copy_of_itself_of_a_draft_or_of_another_language():
    page = make_press_page(text={"body": LONG})
    make_press_page(slug="draft", text={"body": LONG})
    french = make_press_page(slug="french", original_language="fr", text={"body": LONG})
    publish(page)
    publish(french)
    page.texts.update(title="Changed")
    assert found(page, "copy") == []


# Titles -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ({}, ""),
        ({"en": "minister of the interior"}, ""),
        ({"en": "Minister of Justice"}, "id_title_as_published:en"),
        ({"de": "Innenminister"}, ""),
    ],
)
def test_title_as_published_is_held_that_day(title, anchor):
    participation = make_participation(make_forum(), title_as_published=title)
    findings = found(participation.forum, "title")
    assert anchors(findings, participation.forum) == ([anchor] if anchor else [])


def test_capacity_of_other_days_is_found_with_its_row():
    forum = make_forum()
    past = make_mandate(ends_on=BRDO_FIRST - datetime.timedelta(days=1))
    participation = make_participation(forum, mandate=past)
    (finding,) = found(forum, "title")
    assert finding.message == (
        "Aleš Hojs was not “Minister of the Interior” on 2021-12-01. Choose the mandate of that day."
    )
    assert link_to(finding, forum) == f"{page_of(type(participation), 'change', participation.pk)}#id_mandate"


@pytest.mark.parametrize(("ends_on", "is_found"), [(BRDO_FIRST, False), (datetime.date(2021, 11, 30), True)])
def test_office_of_somebody_who_is_stood_in_for_is_looked_at(ends_on, is_found):
    forum = make_forum()
    away = make_mandate(make_minister(slug="ylva-johansson"), ends_on=ends_on)
    make_participation(forum, mandate=make_mandate(), in_place_of=away)
    assert anchors(found(forum, "title"), forum) == (["id_in_place_of"] if is_found else [])


def test_capacities_of_speakers_and_signatories_are_looked_at():
    forum, past = make_forum(), make_mandate(ends_on=BRDO_FIRST)
    agreement = forum.agreements.create(
        title={"en": "Protocol"}, kind="protocol", status="signed", dated_on="2021-12-03"
    )
    agreement.signatures.create(party=past.party, mandate=past)
    page = make_press_page(forum=forum)
    show_statement(page, make_statement(forum, mandate=past))
    assert sorted(one.record._meta.model_name for one in found(page, "title")) == ["signature", "voice"]
    page.shows_the_forum = False
    assert [one.record._meta.model_name for one in found(page, "title")] == ["voice"]


# Overlaps -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begins", "same_people", "venue", "is_found"),
    [
        (10, True, {}, True),
        (10, False, {"en": "Hall A"}, True),
        (10, False, {}, False),
        (11, True, {"en": "Hall A"}, False),
    ],
)
def test_sessions_that_overlap_with_the_same_people_or_place_are_found(begins, same_people, venue, is_found):
    forum = make_forum(slug="2021-other")
    nine = datetime.datetime(2021, 12, 2, 9, tzinfo=datetime.UTC)
    one = make_session(forum, slug="one", starts_at=nine, ends_at=nine + 2 * HOUR, venue=venue)
    start = nine.replace(hour=begins)
    other = make_session(forum, slug="other", starts_at=start, ends_at=start + HOUR, venue=venue)
    make_participation(forum, session=one)
    mandate = None if same_people else make_mandate(make_minister(slug="gerald-darmanin"))
    make_participation(forum, session=other, **({"mandate": mandate} if mandate else {}))
    findings = found(forum, "overlap")
    assert len(findings) == is_found
    assert set(anchors(findings, forum)) <= {"id_starts_at_0"}
    page = make_press_page(forum=forum)
    assert found(page, "overlap") == []
    page.sessions.set([one, other])
    assert found(page, "overlap") == findings


# Photos and quotations ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("licence", "is_found"), [("", True), ("CC BY 4.0", False)])
def test_photo_without_a_licence_is_found(licence, is_found):
    page = make_press_page()
    show_photo(page, make_photo(licence=licence))
    findings = found(page, "licence")
    assert anchors(findings, page) == (["id_licence"] if is_found else [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (f"“{QUOTE}” he said.", ""),
        ("He wants “closer regional cooperation”.", ""),
        ("“We need closer national cooperation on returns.”", "differs from its record"),
        ("“The borders are ours to keep together.”", "is not recorded"),
        ("They don’t quote.", ""),
    ],
)
def test_quotation_that_is_unknown_or_differs_is_found(words, message):
    forum = make_forum()
    page = page_saying(words, forum=forum)
    show_statement(page, make_statement(forum))
    findings = found(page, "quotation")
    assert [message in one.message for one in findings] == ([True] if message else [])


def johansson():
    return make_mandate(make_minister(slug="ylva-johansson", given_name="Ylva", family_name="Johansson"))


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        (f"“{QUOTE}” said Ylva Johansson.", True),
        (f"“{QUOTE}” said Aleš Hojs.", False),
        (f"“{QUOTE}” said Hojs, and Johansson agreed.", False),
        (f"Johansson came. “{QUOTE}” said the host.", False),
    ],
)
def test_quotation_that_the_record_has_of_somebody_else_is_found(words, is_found):
    forum = make_forum()
    make_participation(forum, mandate=johansson())
    page = page_saying(words, forum=forum)
    show_statement(page, make_statement(forum, mandate=make_mandate()))
    messages = [one.message for one in found(page, "quotation")]
    assert ["was said by Aleš Hojs in the record" in one for one in messages] == [True] * is_found


def test_quotation_of_a_statement_that_visitors_cannot_see_is_found():
    forum = make_forum()
    page, elsewhere = page_saying(f"“{QUOTE}” he said.", forum=forum), make_press_page(slug="elsewhere", forum=forum)
    show_statement(elsewhere, make_statement(forum))
    (finding,) = found(page, "quotation")
    assert "stands in the record, but not on this page" in finding.message
    assert anchors([finding], page) == ["page_statements-group"]
    publish(elsewhere)
    assert found(page, "quotation") == []


def test_quotation_from_background_is_found():
    forum = make_forum()
    statement = make_statement(forum, regime="background")
    statement.voices.all().delete()
    messages = [one.message for one in found(page_saying(f"“{QUOTE}” he said.", forum=forum), "quotation")]
    assert ["was said on background: the text must not name who said it" in one for one in messages] == [True]


def test_differing_quotation_shows_the_words():
    forum = make_forum()
    make_statement(forum)
    (finding,) = found(page_saying("“We need closer national cooperation on returns.”", forum=forum), "quotation")
    assert {(run.sign, run.text) for run in finding.runs} >= {("-", "regional"), ("+", "national")}


def test_what_is_found_twice_wants_one_reason():
    page = page_saying("“The borders are ours to keep.” Again: “The borders are ours to keep!”")
    assert len(found(page, "quotation")) == 1


# Embargo ------------------------------------------------------------------------------------------------------------


def under_embargo(at=None, **changes):
    """A page with secret words, approved and hidden."""
    text = {"title": "The secret page", "body": f"<p>{SECRET}</p>"}
    return publish(make_press_page(slug="secret", text=text), at=at or timezone.now() + HOUR, **changes)


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        (SECRET, True),
        (SECRET.upper().replace(" ", "  "), True),
        ("They will open nine joint offices along the whole length of it.", True),
        ("They will open nine joint offices along the river.", False),
    ],
)
def test_words_under_embargo_are_found(words, is_found):
    under_embargo()
    findings = found(page_saying(words), "embargo")
    assert len(findings) == is_found
    assert all(one.level == Level.RED and "“The secret page”" in one.message for one in findings)


def page_with_secret(place, **changes):
    """A page of a forum that says the secret words in the named place."""
    forum = Forum.objects.first() or make_forum()
    page = make_press_page(forum=forum, **changes)
    if place in ("caption", "alt"):
        photo = make_photo()
        photo.texts.update(**{place: SECRET})
        show_photo(page, photo)
    elif place == "prepared":
        prepared = make_statement(forum, SECRET, delivery="prepared")
        show_statement(page, make_statement(forum, prepared=prepared))
    elif place == "item":
        page.sessions.add(make_session(forum, slug=page.slug))
        make_agenda_item(forum, session=page.sessions.get(), title={"en": SECRET})
    elif place == "agreement":
        make_agreement(forum, title={"en": SECRET})
    elif place == "office":
        make_participation(forum, party=make_party(), office={"en": SECRET})
    return page


PLACES = pytest.mark.parametrize("place", ["caption", "alt", "prepared", "item", "agreement", "office"])


@PLACES
def test_words_under_embargo_are_found_wherever_the_hidden_page_prints_them(place):
    publish(page_with_secret(place), at=timezone.now() + HOUR)
    assert len(found(page_saying(SECRET, slug="other"), "embargo")) == 1


@PLACES
def test_words_under_embargo_are_found_wherever_they_would_be_shown(place):
    under_embargo()
    assert len(found(page_with_secret(place), "embargo")) == 1


def test_words_of_a_visible_caption_are_no_secret():
    page = page_with_secret("caption")
    publish(page)
    hidden = make_press_page(slug="hidden")
    show_photo(hidden, page.photos.get())
    publish(hidden, at=timezone.now() + HOUR)
    third = make_press_page(slug="third")
    show_photo(third, page.photos.get())
    assert found(third, "embargo") == []


def test_names_of_forums_and_parties_are_no_secret():
    long = "The Ministers of the Interior of the Union and of its six partners"
    forum = make_forum(title={"en": long}, venue={"en": long}, country=make_party("ZZ", long))
    publish(make_press_page(slug="hidden", forum=forum), at=timezone.now() + HOUR)
    assert long in publishing.draft(page_saying(SECRET, forum=forum)).payload
    assert found(page_saying(SECRET, forum=forum, slug="other"), "embargo") == []


def test_page_with_words_under_embargo_is_approved_for_their_moment_only():
    hidden = under_embargo()
    candidate = publishing.submit(page_saying(SECRET), by=make_account("editor"))
    with pytest.raises(publishing.NotReady, match="which nobody may read before"):
        approve(candidate)
    with pytest.raises(publishing.NotReady, match="which nobody may read before"):
        approve(candidate, at=hidden.visible_from - datetime.timedelta(milliseconds=1))
    assert approve(candidate, at=hidden.visible_from).state == "embargoed"


@pytest.mark.parametrize("is_public", [True, False])
def test_words_of_a_statement_that_only_a_hidden_page_carries_are_found(is_public):
    forum = make_forum()
    statement = make_statement(forum, SECRET)
    hidden, other = (make_press_page(slug=slug, forum=forum) for slug in ("hidden", "other"))
    show_statement(hidden, statement)
    if is_public:
        show_statement(other, statement)
    publish(other)
    publish(hidden, at=timezone.now() + HOUR)
    assert len(found(page_saying(f"“{SECRET}”", slug="quoting", forum=forum), "embargo")) == (not is_public)


def test_words_that_are_public_already_are_no_secret():
    publish(make_press_page(slug="public", text={"body": f"<p>{SECRET}</p>"}))
    under_embargo()
    assert found(page_saying(SECRET, slug="third"), "embargo") == []


def test_release_under_embargo_is_not_moved_past_what_quotes_it():
    hidden = under_embargo()
    quoting = approve(publishing.submit(page_saying(SECRET), by=make_account("editor")), at=hidden.visible_from + HOUR)
    with pytest.raises(publishing.NotReady, match="stands in"):
        publishing.reschedule(hidden, by=make_account("chief"), at=quoting.visible_from + HOUR)
    with pytest.raises(publishing.NotReady, match="belongs to"):
        publishing.reschedule(quoting, by=make_account("chief"), at=hidden.visible_from - HOUR / 2)
    publishing.reschedule(hidden, by=make_account("chief"), at=quoting.visible_from)


def test_set_is_not_released_before_what_it_quotes():
    hidden = under_embargo()
    together = ReleaseSet.objects.create(name="Outcome")
    approve(publishing.submit(page_saying(SECRET), by=make_account("editor"), release_set=together))
    with pytest.raises(publishing.NotReady, match="which nobody may read before"):
        publishing.release_set(together, by=make_account("chief"))
    publishing.release_set(together, by=make_account("chief"), at=hidden.visible_from)


def test_members_of_one_set_may_share_their_words():
    together = ReleaseSet.objects.create(name="Outcome")
    for slug in ("one", "other"):
        page = page_saying(SECRET, slug=slug)
        approve(publishing.submit(page, by=make_account("editor"), release_set=together))
    assert publishing.release_set(together, by=make_account("chief"))


# Reasons ------------------------------------------------------------------------------------------------------------


def test_yellow_finding_without_a_reason_is_named_and_nothing_is_approved():
    candidate = publishing.submit(page_saying("They met yesterday."), by=make_account("editor"))
    for reasons in (None, {}, {"date:other": "It is meant."}, {preflight.findings(candidate)[0].key: " "}):
        with pytest.raises(publishing.NotReady, match="Say why it may be published like this: “yesterday” says"):
            publishing.approve(candidate, by=make_account("chief"), digest=candidate.digest, reasons=reasons)
    candidate.refresh_from_db()
    assert candidate.state == "waiting"


def test_reason_is_kept_in_the_audit_log_with_the_finding():
    candidate = publishing.submit(page_saying("They met yesterday."), by=make_account("editor"))
    approve(candidate)
    detail = AuditEntry.objects.get(verb="approved").detail
    assert '"reason":"It is meant."' in detail
    assert "“yesterday” says nothing any more once the page lies in the archive." in detail


def test_key_stays_the_same_as_long_as_the_same_is_found():
    page = page_saying("They met yesterday.")
    before = found(page, "date")[0].key
    page.texts.update(body="<p>Again: they met yesterday.</p>")
    assert found(page, "date")[0].key == before
    page.texts.update(body="<p>They meet tomorrow.</p>")
    assert found(page, "date")[0].key != before


def test_withdrawal_is_not_looked_at():
    page = page_saying("They met yesterday.")
    publish(page)
    withdrawal = publishing.submit(page, by=make_account("editor"), kind="withdrawal", note="By mistake.")
    publishing.approve(withdrawal, by=make_account("chief"), digest=withdrawal.digest)
    assert withdrawal.subject.publications.visible().get().is_withdrawal


# The command, and the cost ------------------------------------------------------------------------------------------


def test_command_names_what_is_found_and_fails_for_red(capsys):
    candidate = publishing.submit(page_saying("They met yesterday."), by=make_account("editor"))
    call_command("preflight")
    message = "“yesterday” says nothing any more once the page lies in the archive. Write the date."
    link = f"{page_of(PressPage, 'change', candidate.press_page.pk)}#id_texts-0-body"
    assert capsys.readouterr().out == f"yellow press/2021/ministers-meet-at-brdo: {message} {link}\n"
    make_press_page(slug="draft", text={"state": "draft"})
    for named in (["press/2021/draft"], ["/en/press/2021/draft/"], [str(PressPage.objects.get(slug="draft").uid)]):
        with pytest.raises(CommandError, match="1 stand in the way"):
            call_command("preflight", *named)
        assert capsys.readouterr().out.startswith("red press/2021/draft: The text in the original language is a draft.")
    with pytest.raises(CommandError, match="1 stand in the way"):
        call_command("preflight", all=True)


@pytest.mark.parametrize("name", ["press/2021/nowhere", "forums/eu/2021", "nowhere", "press/x/y", "", "/"])
def test_command_says_what_it_does_not_find(name):
    with pytest.raises(CommandError, match="There is no page or forum"):
        call_command("preflight", name)


def test_command_finds_a_forum_by_its_address(capsys):
    make_participation(make_forum(), title_as_published={"en": "Minister of Justice"})
    call_command("preflight", "forums/eu-western-balkans/2021-brdo")
    assert capsys.readouterr().out.startswith("yellow forums/eu-western-balkans/2021-brdo: “Minister of Justice” is")


def test_preflight_costs_the_same_among_many_pages(django_assert_num_queries):
    page = make_doubtful_page(make_forum())
    candidate = publishing.draft(PressPage.objects.get(pk=page.pk))
    with django_assert_num_queries(QUERIES):
        before = preflight.findings(candidate)
    body = page.texts.get(language="en").body
    for number in range(20):
        publish(make_press_page(slug=f"page-{number}", text={"body": body}))
    candidate = publishing.draft(PressPage.objects.get(pk=page.pk))
    with django_assert_num_queries(QUERIES):
        after = preflight.findings(candidate)
    assert len(after) == len(before) + 20


QUERIES = 25
