"""Every fact of the press page of 2 December 2021 is a record, and stands on the page that we publish.

The page is the Slovenian government's, about the meeting of home affairs ministers at Brdo.
"""

import html
import re
from datetime import date

import pytest
from django.test import Client

from events.models import AgendaItem, Agreement, Forum, ForumSeries, Participation, Session, Statement, StatementText
from forum.demo.quotes import MARKS
from people.models import GroupMembership, Minister, PresidencyTerm
from press.models import Photo, PressPage, PressPageText, Video
from press.quotes import Kind, Record, check, passages

BRDO = "2021-brdo"
DAY = date(2021, 12, 2)
# As printed there, in this order, from one quotation mark to the other.
PRINTED_QUOTES = [
    "It is therefore important that we include the Western Balkans within the joint management of our common "
    "challenges: migration management, asylum and borders, fight against terrorism, extremism and radicalisation and "
    "fight against organised crime.",
    "We shall continue to work on the development of identification and registration systems on irregular migrants in "
    "the region,",
    "We need closer regional cooperation on returns,",
    "Our joint statement highlights the need for preventive action and awareness-raising and shows the wide consensus "
    "for the development of appropriate tools to detect and investigate sexual child abuse, the most serious of crimes "
    "due to the wide-ranging and life-long consequences for its victims.",
]


def the_page():
    return PressPage.objects.get(slug="western-balkans-ministers-back-joint-management-of-migration-and-security")


def visible_words(response):
    """The words inside `main`, as a reader sees them."""
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL).group()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.fixture(scope="module")
def words(entered_demo):
    response = Client().get(f"/en/press/2021/{the_page().slug}/")
    assert response.status_code == 200
    return visible_words(response)


# What the database holds, and what the page says. -------------------------------------------------------------------


def taking_part(**facts):
    return Participation.objects.filter(forum__slug=BRDO, attendance="attended", **facts)


def chair_in_both_capacities():
    chairs = taking_part(role="chair", session__slug="home-affairs", mandate__title__en="Minister of the Interior")
    return chairs.filter(
        mandate__minister__slug="ales-hojs",
        mandate__party__code="SI",
        also_as__title__en="President-in-office of the Home Affairs Council",
        also_as__party__code="EU-COUNCIL",
    )


def agenda_item(title):
    return AgendaItem.objects.filter(
        forum__slug=BRDO, session__slug="home-affairs", outcome="discussed", title__en=title, topics__isnull=False
    ).distinct()


def body(code):
    return taking_part(party__code=code, role="participant", session=None, office__en="Representatives")


def incoming(code):
    return taking_part(party__code=code, role="incoming_presidency", office__en="Representatives")


def told(sentence):
    """What somebody reports without a record of its own stands in the text of the page."""
    return PressPageText.objects.filter(press_page=the_page(), language="en", body__contains=sentence)


FACTS = {
    "the series, held once a year": (
        lambda: ForumSeries.objects.filter(
            title__en="EU-Western Balkans Ministerial Forum on Justice and Home Affairs",
            about__en__icontains="once a year",
        ),
        ["EU-Western Balkans Ministerial Forum on Justice and Home Affairs", "once a year", "good neighbours"],
    ),
    "the forum, from 1 to 3 December 2021": (
        lambda: Forum.objects.filter(
            slug=BRDO, starts_on=date(2021, 12, 1), ends_on=date(2021, 12, 3), status="held", format="in_person"
        ),
        ["1–3 December 2021"],
    ),
    "the venue": (
        lambda: Forum.objects.filter(
            slug=BRDO,
            venue__en="Congress Centre Brdo",
            city__en="Brdo pri Kranju",
            country__code="SI",
            time_zone="Europe/Ljubljana",
        ),
        ["Congress Centre Brdo", "Brdo pri Kranju", "Slovenia"],
    ),
    "the host": (lambda: taking_part(role="host", party__code="SI"), ["host"]),
    "the conference of 2 December 2021": (
        lambda: Session.objects.filter(
            forum__slug=BRDO, slug="home-affairs", day=DAY, press_pages__in=[the_page()], kind="meeting"
        ),
        ["Meeting of home affairs ministers", "2 December 2021"],
    ),
    "the chair with both capacities": (
        chair_in_both_capacities,
        ["Aleš Hojs chair Minister of the Interior (Slovenia) President-in-office of the Home Affairs Council"],
    ),
    "the presidency of the Council": (
        lambda: PresidencyTerm.objects.on(DAY).filter(party__code="SI"),
        ["presides over the Home Affairs Council"],
    ),
    "agreement that the region is a part of Europe": (
        lambda: Session.objects.filter(slug="home-affairs", outcome__en__icontains="Western Balkans belong to Europe"),
        ["part and parcel of Europe"],
    ),
    "first agenda item": (lambda: agenda_item("Migration management"), ["Migration management discussed"]),
    "second agenda item": (lambda: agenda_item("Asylum and borders"), ["Asylum and borders discussed"]),
    "third agenda item": (
        lambda: agenda_item("Fight against terrorism, extremism and radicalisation"),
        ["Fight against terrorism, extremism and radicalisation discussed"],
    ),
    "fourth agenda item": (
        lambda: agenda_item("Fight against organised crime"),
        ["Fight against organised crime discussed"],
    ),
    "migration as a common task": (lambda: told("task that they share"), ["task that they share"]),
    "support of the Commission": (lambda: told("European Commission has signalled"), ["technically and in other ways"]),
    "returns and readmission": (lambda: told("take back irregular migrants"), ["returns that work better"]),
    "status agreements with Frontex": (lambda: told("status agreements with Frontex"), ["enter into force"]),
    "current threats": (lambda: told("dangers that the European Union and all of the Western Balkans"), ["dangers"]),
    "Joint Action Plan on Counter-Terrorism": (
        lambda: told("Joint Action Plan on Counter-Terrorism"),
        ["how far the Joint Action Plan on Counter-Terrorism has been carried out"],
    ),
    "foreign terrorist fighters": (
        lambda: told("foreign terrorist fighters"),
        ["foreign terrorist fighters who return"],
    ),
    "exchange of information": (
        lambda: told("passed on regularly and efficiently"),
        ["passed on regularly and efficiently"],
    ),
    "smuggling and trafficking": (
        lambda: told("trafficking in human beings, drugs and weapons"),
        ["Smuggling", "human beings, drugs and weapons"],
    ),
    "the videoconference of 12 November 2021": (
        lambda: Forum.objects.filter(
            later_press_pages=the_page(),
            format="video",
            starts_on=date(2021, 11, 12),
            ends_on=date(2021, 11, 12),
            title__en="Ministerial Meeting on the Prevention and Investigation of Child Sexual Abuse",
        ),
        [
            "Ministerial Meeting on the Prevention and Investigation of Child Sexual Abuse",
            "12 November 2021",
            "videoconference",
        ],
    ),
    "its joint statement": (
        lambda: Agreement.objects.filter(
            kind="joint_statement", status="adopted", dated_on=date(2021, 11, 12), forum__format="video"
        ),
        ["Joint statement on the prevention and investigation of child sexual abuse"],
    ),
    "its conclusions, presented at the close": (
        lambda: Session.objects.filter(slug="home-affairs", description__en__icontains="12 November 2021"),
        ["To end the meeting, Hojs reported on the ministerial videoconference of 12 November 2021"],
    ),
    "ministers of the Western Balkan partners": (
        lambda: taking_part(group__code="western-balkans", office__en="Ministers", mandate=None),
        ["Western Balkan partners", "Ministers"],
    ),
    "Commissioner Ylva Johansson": (
        lambda: taking_part(
            mandate__minister__slug="ylva-johansson",
            mandate__title__en="European Commissioner for Home Affairs",
            mandate__party__code="EU-COM",
        ),
        ["Ylva Johansson European Commissioner for Home Affairs"],
    ),
    "representatives of the EEAS": (lambda: body("EEAS"), ["EEAS"]),
    "representatives of EASO": (lambda: body("EUAA"), ["EASO"]),
    "representatives of Eurojust": (lambda: body("EUROJUST"), ["Eurojust"]),
    "representatives of Europol": (lambda: body("EUROPOL"), ["Europol"]),
    "representatives of Frontex": (lambda: body("FRONTEX"), ["Frontex"]),
    "the incoming presidency of France": (lambda: incoming("FR"), ["incoming presidency", "French Republic"]),
    "the incoming presidency of Czechia": (lambda: incoming("CZ"), ["Czech Republic"]),
    "Gérald Darmanin as the next in the presidency": (
        lambda: taking_part(
            mandate__minister__slug="gerald-darmanin",
            mandate__party__code="FR",
            mandate__title__en="Minister of the Interior",
            role="incoming_presidency",
        ),
        ["Gérald Darmanin incoming presidency Minister of the Interior (France)"],
    ),
    "the video of the press conference": (
        lambda: Video.objects.filter(
            press_pages=the_page(), kind="press_conference", session__kind="press_conference", recorded_on=DAY
        ),
        ["Press conference", "Official website of the Slovenian Presidency"],
    ),
    "the protocol of Slovenia and Montenegro": (
        lambda: Agreement.objects.filter(
            forum__slug=BRDO,
            kind="protocol",
            status="signed",
            dated_on=None,
            session__kind="signing",
            session__on_the_margins=True,
            signatures__party__code="SI",
            signatures__mandate=None,
        ).filter(signatures__party__code="ME"),
        ["Protocol on Cooperation in the fight against trafficking in human beings and child abuse", "Montenegro"],
    ),
    "the bilateral meeting": (
        lambda: Session.objects.filter(
            forum__slug=BRDO,
            kind="bilateral",
            on_the_margins=True,
            description__en__icontains="negotiations",
            participations__mandate__minister__slug="ales-hojs",
        ).filter(participations__mandate__minister__slug="gerald-darmanin"),
        [
            "Meeting of the interior ministers of Slovenia and France",
            "home affairs of the European Union",
            "negotiations on the files before the Council",
        ],
    ),
    "the photo and its credit": (
        lambda: Photo.objects.filter(press_pages=the_page(), author="PSEU"),
        ["Author PSEU", "Group photo", "A drawing stands in for the original photograph"],
    ),
}


@pytest.mark.parametrize("fact", FACTS)
def test_fact_is_one_record_and_stands_on_the_page(fact, demo, words):
    records, sayings = FACTS[fact]
    assert records().count() == 1
    for saying in sayings:
        assert saying in words


# Quotes, and lists that are complete --------------------------------------------------------------------------------


def test_quotes_are_the_minister_s_words(demo, words):
    """A comma before the closing mark belongs to the sentence around the quote."""
    statements = Statement.objects.filter(forum__slug=BRDO).order_by("page_statements__position")
    texts = [statement.texts.get(is_original=True, language="en").text for statement in statements]
    assert texts == [printed.removesuffix(",") for printed in PRINTED_QUOTES]
    for text in texts:
        assert f"“{text}”" in words
        assert words.count(text) == 2  # in the running text, and among the statements


def test_quotes_are_tied_to_speaker_session_item_and_source(demo):
    statements = list(Statement.objects.filter(forum__slug=BRDO).order_by("page_statements__position"))
    items = [one.agenda_item and one.agenda_item.title["en"] for one in statements]
    assert items == [None, "Migration management", "Migration management", None]
    for statement in statements:
        voice = statement.voices.get()
        assert (str(voice.mandate.minister), voice.mandate.party.code) == ("Aleš Hojs", "SI")
        assert [mandate.party.code for mandate in voice.also_as.all()] == ["EU-COUNCIL"]
        assert (statement.kind, statement.said_on, statement.session.slug) == ("verbatim", DAY, "home-affairs")
        assert statement.source_url.startswith("https://www.gov.si/en/news/2021-12-02-eu-and-western-balkans-ministers")


@pytest.mark.parametrize("language", ["en", "fr", "sl", "mk", "sr"])
def test_text_quotes_the_statements_in_the_marks_of_its_language(demo, language):
    text = the_page().texts.get(language=language, state="ready").body
    before, after = MARKS[language]
    for statement in Statement.objects.filter(forum__slug=BRDO):
        assert f"{before}{statement.texts.get(language=language, state='checked').text}{after}" in text


@pytest.mark.parametrize("language", ["en", "fr", "sl", "mk", "sr"])
def test_every_quotation_of_the_text_is_one_of_the_statements(demo, language):
    texts = StatementText.objects.filter(statement__forum__slug=BRDO)
    records = [Record(str(text.statement.uid), text.language, text.text) for text in texts]
    body = the_page().texts.get(language=language).body
    named = ["Affaires intérieures"]  # the French text puts the name of a formation of the Council in quotation marks
    checks = check(passages(body), language, records, set_aside=named)
    judged = [one for one in checks if one.kind != Kind.NOT_A_STATEMENT]
    assert [one.kind for one in judged] == [Kind.EXACT] * 4
    assert {one.statement for one in judged} == {record.statement for record in records}


@pytest.mark.parametrize("language", ["en", "fr", "sl", "mk", "sr"])
def test_published_text_links_each_quotation_to_its_statement(demo, language):
    body = the_page().publications.visible().get().content["texts"][language]["body"]
    statements = Statement.objects.filter(forum__slug=BRDO).order_by("page_statements__position")
    shown_in = language if language in ("en", "fr", "sl") else "en"
    addresses = [f"/{shown_in}/statements/{statement.uid}/" for statement in statements]
    assert re.findall(r'<q cite="([^"]+)">', body) == addresses
    assert re.findall(r'<q cite="[^"]+"><a href="([^"]+)">', body) == addresses


@pytest.mark.parametrize("language", ["en", "fr", "sl"])
def test_page_shows_the_linked_quotations(demo, client, language):
    page = client.get(f"/{language}/press/2021/{the_page().slug}/").content.decode()
    links = re.findall(r'<q cite="[^"]+"><a href="([^"]+)">', page)
    assert len(links) == 4
    assert [client.get(link).status_code for link in links] == [200] * 4


def test_agenda_has_four_items_and_the_page_four_statements(demo):
    assert AgendaItem.objects.filter(session__slug="home-affairs", forum__slug=BRDO).count() == 4
    assert the_page().statements.count() == Statement.objects.count() == 4


def test_participants_are_those_of_the_source_and_nobody_else(demo):
    people = Minister.objects.filter(mandates__participations__session__slug="home-affairs").filter(
        mandates__participations__forum__slug=BRDO
    )
    assert {"Hojs", "Johansson", "Darmanin"} <= set(people.values_list("family_name", flat=True))
    assert taking_part(session__slug="home-affairs").count() == 3
    assert taking_part(session=None).count() == 9


def test_trio_of_the_day_and_the_one_to_come(demo):
    assert [term.party.code for term in PresidencyTerm.objects.trio(DAY)] == ["DE", "PT", "SI"]
    assert [term.party.code for term in PresidencyTerm.objects.trio(date(2022, 1, 1))] == ["FR", "CZ", "SE"]


def test_western_balkan_partners_of_that_day(demo):
    members = GroupMembership.objects.on(DAY).filter(group__code="western-balkans")
    assert set(members.values_list("party__code", flat=True)) == {"AL", "BA", "XK", "ME", "MK", "RS"}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Les ministres des Balkans occidentaux et de l’UE pour une gestion conjointe"),
        ("sl", "Ministri Zahodnega Balkana in EU za skupno upravljanje"),
    ],
)
def test_page_speaks_the_other_languages_of_the_site(demo, client, language, title):
    words = visible_words(client.get(f"/{language}/press/2021/{the_page().slug}/"))
    assert title in words
    assert "PSEU" in words and "Aleš Hojs" in words
