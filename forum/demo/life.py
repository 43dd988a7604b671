"""The stations in the life of a publication, one page each: corrected, embargoed, waiting for approval, withdrawn.

Each verb is used once, on a page that has not come so far. What an editor has made of it since stays.
"""

from datetime import date, timedelta

from events.models import Session
from forum.demo.brdo import BRDO
from forum.demo.editions import SKOPJE
from forum.demo.pages import enter_page
from forum.demo.records import enter
from people.clock import now
from press import publishing
from press.models import PressPage, PressPageText, Publication

Kind = Publication.Kind
EMBARGO = timedelta(days=365)
"""From the first run on."""

MISSPELT = SKOPJE | {"en": "Skopie"}
TYPO = "The place in the dateline was misspelt. It is Skopje, not Skopie."

JUSTICE = {
    "en": (
        "Justice ministers close the forum at Brdo",
        "The last day, 3 December 2021, was about the rule of law.",
        "<p>Under the chair of Marjan Dikaučič, Minister of Justice of Slovenia, and with Commissioner Didier "
        "Reynders, the meeting dealt with the rule of law, judicial reforms, judicial training and the digitalisation "
        "of justice.</p><p>The Vice-President of Eurojust took part as well.</p>",
    )
}

TIRANA_IN_FRENCH = {
    "title": "À Tirana, le forum lance un partenariat contre le trafic de migrants",
    "lead": "Le forum s’est réuni à Tirana les 3 et 4 novembre 2022, dans une année marquée par la guerre de la Russie "
    "contre l’Ukraine. La Tchéquie préside le Conseil de l’Union européenne\xa0; la Suède et l’Espagne, qui lui "
    "succéderont, étaient elles aussi à la table.",
    "body": "<p>Les affaires intérieures ont ouvert la réunion\xa0: les conséquences de la guerre en Ukraine pour la "
    "sécurité de l’Europe, la traite des êtres humains, la radicalisation et la désinformation, la protection des "
    "infrastructures critiques, ainsi que les migrations, l’asile et les frontières. Un partenariat opérationnel "
    "régional contre le trafic de migrants a été lancé.</p><p>La réunion sur la justice a porté sur l’État de droit, "
    "l’indépendance de la justice et la lutte contre la corruption et la criminalité organisée.</p>",
}
TRANSLATED = "French translation added."

ADVISORY = {
    "en": (
        "Media advisory: ministers meet at Brdo from 1 to 3 December",
        "Ministers of justice and of home affairs of the European Union and the Western Balkans meet at the Brdo "
        "Congress Centre.",
        "<p>The home affairs session is held on 1 and 2 December 2021, the justice session on 2 and 3 December. The "
        "ministries of the interior and of justice of Slovenia are the hosts.</p>",
    )
}
REPLACED = "The press release of 2 December 2021 replaces this advisory."


def publish(subject, editor, chief, at=None, is_embargo=False, **why):
    """Submitted by one and approved by the other, visible at once or from the moment `at`."""
    candidate = publishing.submit(subject, by=editor, **why)
    return publishing.approve(candidate, by=chief, digest=candidate.digest, at=at, is_embargo=is_embargo)


def publish_with_a_slip(page, editor, chief):
    """The first version has a typing error, which the second one corrects."""
    right = page.place
    set_place(page, MISSPELT)
    publish(page, editor, chief)
    set_place(page, right)
    publish(page, editor, chief, kind=Kind.TYPO, note=TYPO)


def set_place(page, place):
    page.place = place
    page.save(update_fields=["place"])


def enter_justice_page(forum, topics):
    """The page about the last day at Brdo, which stays under embargo."""
    page, is_new = enter_page(
        "2021-brdo-justice",
        forum,
        "justice-ministers-close-the-forum-at-brdo",
        date(2021, 12, 3),
        BRDO,
        JUSTICE,
    )
    if is_new:
        page.sessions.set(Session.objects.filter(forum=forum, slug="justice"))
        page.topics.set([topics["rule-of-law"]])
    return page


def publish_under_embargo(page, editor, chief):
    begins = (now() + EMBARGO).replace(minute=0, second=0, microsecond=0)
    publish(page, editor, chief, at=begins, is_embargo=True)


def submit_translation(page, editor):
    """A further language of a page that is visible, waiting for somebody to approve it."""
    _text, is_new = enter(
        PressPageText,
        "2022-tirana/fr",
        known_by=["press_page", "language"],
        press_page=page,
        language="fr",
        state=PressPageText.State.READY,
        translated_from=page.original_text().digest(),
        **TIRANA_IN_FRENCH,
    )
    if is_new:
        page = PressPage.objects.get(pk=page.pk)
        publishing.submit(page, by=editor, kind=Kind.TRANSLATION, note=TRANSLATED)


def enter_advisory(forum):
    page, is_new = enter_page(
        "2021-brdo-advisory",
        forum,
        "media-advisory-ministers-meet-at-brdo",
        date(2021, 12, 1),
        BRDO,
        ADVISORY,
        kind=PressPage.Kind.ADVISORY,
    )
    if is_new:
        page.sessions.set(Session.objects.filter(forum=forum, slug__in=["home-affairs", "justice"]))
    return page


def publish_and_withdraw(page, editor, chief):
    publish(page, editor, chief)
    publish(page, editor, chief, kind=Kind.WITHDRAWAL, note=REPLACED)
