"""A press page that nobody has submitted, so that an editor sees what a draft looks like."""

from datetime import date

from forum.demo.pages import enter_page
from press.models import PressPageText

TEXTS = {
    "en": (
        "Ministers speak about the protection of children",
        "The videoconference of 12 November 2021 adopted a joint statement.",
        "<p>Aleš Hojs, Minister of the Interior of Slovenia, chaired the meeting. It was about how the sexual abuse of "
        "children can be prevented, detected and investigated.</p><p>To be completed: quotes, photo, translations.</p>",
    )
}


def enter_draft(conference, topics):
    page, is_new = enter_page(
        "2021-videoconference",
        conference,
        "ministers-speak-about-the-protection-of-children",
        date(2021, 11, 12),
        {},
        TEXTS,
        state=PressPageText.State.DRAFT,
    )
    if is_new:
        page.sessions.set(conference.sessions.all())
        page.topics.set([topics["protection-of-children"]])
