"""A press page that is not finished, so that an editor sees what a draft looks like."""

from datetime import date

from events.models import Session
from forum.demo.brdo import BRDO
from forum.demo.pages import enter_page
from press.models import PressPageText

TEXTS = {
    "en": (
        "Justice ministers close the forum at Brdo",
        "The last day, 3 December 2021, was about the rule of law.",
        "<p>Under the chair of Marjan Dikaučič, Minister of Justice of Slovenia, and with Commissioner Didier "
        "Reynders, the meeting dealt with judicial reforms, judicial training and the digitalisation of "
        "justice.</p><p>To be completed: quotes, photo, translations.</p>",
    )
}


def enter_draft(forum, topics):
    page, is_new = enter_page(
        "2021-brdo-justice",
        forum,
        "justice-ministers-close-the-forum-at-brdo",
        date(2021, 12, 3),
        BRDO,
        TEXTS,
        state=PressPageText.State.DRAFT,
    )
    if is_new:
        page.sessions.set(Session.objects.filter(forum=forum, slug="justice"))
        page.topics.set([topics["rule-of-law"]])
