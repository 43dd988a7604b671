"""Small plain functions that make test data. The cast is the Brdo forum of December 2021, as in `manage.py demo`."""

import datetime
import io

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from events.models import AgendaItem, Agreement, Forum, ForumSeries, Participation, Session, Statement, Topic
from people.models import Group, Mandate, Minister, Party
from press import publishing
from press.models import Photo, PressPage

BRDO_FIRST, BRDO_LAST = datetime.date(2021, 12, 1), datetime.date(2021, 12, 3)
HOME_AFFAIRS_DAY = datetime.date(2021, 12, 2)
QUOTE = "We need closer regional cooperation on returns,"

LONG = "".join(
    f"<p>On point {number} of the agenda the ministers heard a report and agreed to meet about it.</p>"
    for number in range(1, 9)
)
"""More words than a text needs to be a copy of another one."""

SORTED_NAMES = {
    "sl": ["Ca", "Cz", "Ča", "Ea", "Éb", "Ec", "Sz", "Ša", "van Aa", "Vb", "Zz", "Ža"],
    "en": ["Ca", "Ča", "Cz", "Ea", "Éb", "Ec", "Ša", "Sz", "van Aa", "Vb", "Ža", "Zz"],
    "fr": ["Ca", "Ča", "Cz", "Ea", "Éb", "Ec", "Ša", "Sz", "van Aa", "Vb", "Ža", "Zz"],
}
"""From A to Z as each language has it."""


def make_party(code="SI", name="Slovenia", **changes):
    party, created = Party.objects.get_or_create(code=code, defaults={"kind": Party.Kind.STATE, **changes})
    if created:
        party.names.create(language="en", short=name)
    return party


def make_minister(**changes):
    return Minister.objects.create(
        **{"given_name": "Aleš", "family_name": "Hojs", "slug": "ales-hojs", **changes},
    )


def make_mandate(minister=None, party=None, **changes):
    facts = {
        "title": {"en": "Minister of the Interior", "sl": "minister za notranje zadeve"},
        "starts_on": datetime.date(2020, 3, 13),
        "ends_on": datetime.date(2022, 6, 1),
    }
    minister = minister or Minister.objects.filter(slug="ales-hojs").first() or make_minister()
    return Mandate.objects.create(minister=minister, party=party or make_party(), **facts | changes)


def make_series(**changes):
    facts = {
        "title": {"en": "EU-Western Balkans Ministerial Forum on Justice and Home Affairs"},
        "about": {"en": "The forum meets once a year."},
    }
    series, _created = ForumSeries.objects.get_or_create(
        slug=changes.pop("slug", "eu-western-balkans"), defaults=facts | changes
    )
    return series


def make_forum(**changes):
    facts = {
        "title": {"en": "EU-Western Balkans Ministerial Forum"},
        "slug": "2021-brdo",
        "status": Forum.Status.HELD,
        "starts_on": BRDO_FIRST,
        "ends_on": BRDO_LAST,
        "time_zone": "Europe/Ljubljana",
        "venue": {"en": "Congress Centre Brdo"},
        "city": {"en": "Brdo pri Kranju"},
    }
    series = changes.pop("series", None) or make_series()
    country = changes.pop("country", None) or make_party()
    return Forum.objects.create(series=series, country=country, **facts | changes)


def make_session(forum, **changes):
    facts = {"title": {"en": "Meeting of home affairs ministers"}, "slug": "home-affairs", "day": HOME_AFFAIRS_DAY}
    return Session.objects.create(forum=forum, **facts | changes)


def make_topic(slug="migration", name="Migration"):
    return Topic.objects.get_or_create(slug=slug, defaults={"name": {"en": name}})[0]


def make_group(code="western-balkans", name="Western Balkan partners"):
    return Group.objects.get_or_create(code=code, defaults={"name": {"en": name}})[0]


def make_agreement(forum, *signers, **changes):
    """An agreement that parties sign, or persons in a mandate for their party."""
    facts = {"title": {"en": "Protocol on cooperation"}, "kind": "protocol", "status": "signed"}
    topics = changes.pop("topics", [])
    agreement = Agreement.objects.create(forum=forum, **facts | changes)
    agreement.topics.set(topics)
    for position, signer in enumerate(signers):
        signed = {"party": signer.party, "mandate": signer} if isinstance(signer, Mandate) else {"party": signer}
        agreement.signatures.create(position=position, **signed)
    return agreement


def make_agenda_item(forum, **changes):
    facts = {"title": {"en": "Migration"}, "number": "1", "position": 1, "outcome": AgendaItem.Outcome.DISCUSSED}
    return AgendaItem.objects.create(forum=forum, **facts | changes)


def make_participation(forum, **changes):
    if not {"mandate", "party", "group"} & changes.keys():
        changes["mandate"] = Mandate.objects.filter(minister__slug="ales-hojs").first() or make_mandate()
    return Participation.objects.create(forum=forum, **changes)


def make_statement(forum, text=QUOTE, **changes):
    mandate = changes.pop("mandate", None) or Mandate.objects.filter(minister__slug="ales-hojs").first()
    statement = Statement.objects.create(forum=forum, **{"said_on": HOME_AFFAIRS_DAY, **changes})
    statement.voices.create(mandate=mandate or make_mandate())
    statement.texts.create(language="en", text=text, is_original=True)
    return statement


def make_image(width=800, height=450, format="JPEG", **save):
    """The bytes of an image of one colour."""
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#2f5d8a").save(content, format, **save)
    return content.getvalue()


def make_photo(content=None, alt="Ministers in three rows", **changes):
    file = SimpleUploadedFile("group.jpg", content or make_image(), "image/jpeg")
    photo = Photo.objects.create(file=file, **{"author": "PSEU", "licence": "CC BY 4.0", **changes})
    photo.texts.create(language="en", caption="Group photo", alt=alt)
    return photo


def make_press_page(**changes):
    """A press page with one English text, ready to be published."""
    facts = {"dated_on": HOME_AFFAIRS_DAY, "slug": "ministers-meet-at-brdo", "place": {"en": "Brdo pri Kranju"}}
    text = {
        "language": changes.get("original_language", "en"),
        "title": "Ministers meet at Brdo",
        "lead": "They agree to work together.",
        "body": "<p>The meeting was about migration.</p>",
        "state": "ready",
    } | changes.pop("text", {})
    page = PressPage.objects.create(**facts | changes)
    page.texts.create(**text)
    return page


def show_statement(page, statement, position=0):
    return page.page_statements.create(statement=statement, position=position)


def show_photo(page, photo, position=0):
    return page.page_photos.create(photo=photo, position=position)


def make_account(name="editor", **changes):
    account, _created = get_user_model().objects.get_or_create(
        username=name, defaults={"is_staff": True, "is_superuser": True, **changes}
    )
    return account


def publish(subject, note="It was changed.", at=None, **changes):
    """Submitted by one and approved by another, as in a newsroom."""
    candidate = publishing.submit(subject, by=make_account("editor"), note=note, **changes)
    return approve(candidate, by=make_account("chief"), at=at)


def approve(candidate, by=None, **changes):
    """Approved with a reason for whatever is found."""
    found = publishing.all_findings(candidate)
    return publishing.approve(
        candidate,
        by=by or make_account("chief"),
        digest=candidate.digest,
        reasons={finding.key: "It is meant." for finding in found},
        **changes,
    )


def make_doubtful_page(forum):
    """A press page with one finding of each yellow kind, and a quotation of each kind. It is not published."""
    hojs = make_mandate()
    make_participation(forum, mandate=hojs, title_as_published={"en": "Minister of Justice"})
    kosovo = make_party("XK", "Kosovo")
    kosovo.notes.get_or_create(language="en", defaults={"text": "Without prejudice to positions on status."})
    page = make_press_page(
        forum=forum,
        slug="doubtful",
        text={
            "title": "Ministers look back",
            "body": f"<p>“{QUOTE}” said Aleš Hojs. He spoke of “closer regional cooperation” and, he said, "
            "“We need closer national cooperation on returns.” He added: “The borders of the region are ours to keep "
            "together.” Some call that “Fortress Europe”.</p><p>Minister Horst Seehofer met the delegation of Kosovo "
            'yesterday; see <a href="/en/press/2021/nowhere/">the other page</a>.</p>' + LONG,
        },
    )
    page.texts.create(language="sl", title="Ministri se ozirajo nazaj", state="draft")
    page.not_statements.create(language="en", words="Fortress Europe")
    show_statement(page, make_statement(forum, mandate=hojs))
    show_photo(page, make_photo(licence=""))
    publish(make_press_page(slug="long", text={"title": "A long page", "body": page.texts.get(language="en").body}))
    return page
