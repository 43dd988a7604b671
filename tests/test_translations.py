"""The catalogues: every word of the public pages has a translation, with the same placeholders."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.template import engines
from django.utils.translation import override
from django.utils.translation.template import templatize

from events.models import AgendaItem, Agreement, Format, Forum, Participation, Session, Statement
from people.models import GroupMembership, Mandate, Party
from people.precedence import Scheme
from press.models import PressPage, PreviewLink, Publication, Video

CHOICES = [
    AgendaItem.Outcome,
    Agreement.Kind,
    Agreement.Status,
    Format,
    Forum.Status,
    GroupMembership.Capacity,
    Mandate.Rank,
    Mandate.Standing,
    Participation.Attendance,
    Participation.Role,
    Party.Kind,
    PressPage.Kind,
    PreviewLink.Purpose,
    Publication.Kind,
    Scheme,
    Session.Kind,
    Statement.Delivery,
    Statement.Kind,
    Video.Kind,
]
"""The choices whose labels visitors read."""
OTHERS = {"Ministerial Forum Newsroom", "Note %(mark)s: %(name)s"}
MODULES = [
    "people/filters.py",
    "people/precedence.py",
    "press/differences.py",
    "press/filters.py",
    "press/history.py",
    "press/programme_changes.py",
]
"""Where Python itself speaks to visitors."""
CALL = re.compile(r"""\b_\("((?:[^"\\]|\\.)*)"\)""")
STRING = re.compile(r"""n?gettext\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def public_templates():
    folder = Path(engines["django"].dirs[0])
    found = [*folder.glob("*.html"), *(folder / "events").glob("*.html"), *(folder / "press").glob("*.html")]
    return [*found, *(folder / "forum").glob("*.html"), *(folder / "people").glob("*.html")]


def words_of_visitors():
    with override(None):  # the labels as they stand in the source
        words = {str(label) for choices in CHOICES for label in choices.labels} | OTHERS
    for template in public_templates():
        words.update(text[1:-1] for text in STRING.findall(templatize(template.read_text())))
    for module in MODULES:
        words.update(CALL.findall((Path(settings.BASE_DIR) / module).read_text()))
    return words


@pytest.mark.parametrize("language", ["fr", "sl"])
def test_every_word_of_the_public_pages_is_translated(language):
    catalogue = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES/django.po"
    with catalogue.open("rb") as file:
        messages = {
            message.id if isinstance(message.id, str) else message.id[0]: message
            for message in read_po(file)
            if message.id
        }

    assert words_of_visitors() > {"held", "Skip to main content", "Added: “%(title)s”."}
    assert {word for word in words_of_visitors() if not (word in messages and messages[word].string)} == set()
    for message in messages.values():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings), message.id
        wanted = set(PLACEHOLDER.findall(message.id if isinstance(message.id, str) else message.id[0]))
        assert all(set(PLACEHOLDER.findall(string)) == wanted for string in strings), message.id
