"""The tags with which templates print words."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

KOSOVO = {
    "code": "XK",
    "name": {"en": "Kosovo"},
    "long": {"en": "Kosovo"},
    "notes": {"en": {"style": "asterisk", "text": "Without prejudice to positions on status."}},
}


@pytest.fixture(autouse=True)
def english():
    """A request of an earlier test may have left another language behind."""
    with override("en"):
        yield


def printed(template, **context):
    return Template(template).render(Context(context))


def test_the_note_of_a_party_is_marked_at_its_first_mention_only():
    notes = {}

    words = printed("{% party_name party %}, {% party_name party %}", party=KOSOVO, party_notes=notes)

    assert words.count(">*</a>") == 1
    assert words.endswith("</a>, Kosovo")
    assert notes["XK"]["text"] == "Without prejudice to positions on status."


def test_marks_of_several_notes_differ():
    words = printed(
        "{% party_name first %}, {% party_name second %}",
        first=KOSOVO,
        second=KOSOVO | {"code": "XX"},
        party_notes={},
    )

    assert ">*<" in words
    assert ">**<" in words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "“Yes”"), ("fr", "«\u202fYes\u202f»"), ("sl", "»Yes«"), ("xx", "“Yes”")]
)
def test_quotation_marks_are_those_of_the_language(language, words):
    assert printed("{% quoted 'Yes' language %}", language=language) == words


def test_a_label_that_only_another_language_has_is_marked():
    with override("fr"):
        assert printed("{{ label|label }}", label={"sl": "Migracije"}) == '<span lang="sl">Migracije</span>'


def test_a_long_label_is_printed_in_paragraphs_and_escaped():
    assert printed("{{ label|paragraphs }}", label={"en": "One\n\nTwo <b>"}) == "<p>One</p><p>Two &lt;b&gt;</p>"


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (None, "14:00"),
        ("2021-12-02T16:40:00Z", "14:00–17:40"),
        ("2021-12-02T23:30:00Z", "14:00 – 3 December 2021, 00:30"),
    ],
)
def test_clock_times_name_the_last_day_if_it_is_another_one(end, words):
    html = printed("{% clock_times '2021-12-02T13:00:00Z' end 'Europe/Ljubljana' %}|{{ x }}", end=end)

    assert Template("{{ html|striptags }}").render(Context({"html": html})) == f"{words}|"


def test_the_same_page_in_another_language_keeps_the_filters(rf):
    request = rf.get("/en/press/?year=2021")

    assert printed("{% path_in_language 'sl' %}", request=request) == "/sl/press/?year=2021"
    assert printed("{% path_in_language 'sl' %}") == "/sl/"


def test_a_filter_is_removed_from_the_query_string(rf):
    request = rf.get("/en/press/?year=2021&kind=speech&page=2")

    assert printed("{% query_without 'kind' 'page' %}", request=request) == "?year=2021"
