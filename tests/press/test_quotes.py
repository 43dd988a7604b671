"""Quotations are found by their marks and compared with records; `quotations.py` holds many that are labelled."""

import re
import time
from collections import Counter

import pytest

from press.quotation_marks import quotations
from press.quotes import Kind, Record, check
from press.wordings import NEAR, Recorded, Wording
from tests.press.quotations import PASSAGES, STATEMENTS, unlabelled

MATCHES = (Kind.EXACT, Kind.FRAGMENT)
RECORDS = [
    Record("border", "en", "We share one border, and we will protect it together. Nobody can do this alone."),
    Record("frontière", "fr", "Nous partageons une frontière et nous la protégerons ensemble."),
]
NAMES = [("hojs", ["Aleš Hojs", "Алеш Хојс"]), ("johansson", ["Ylva Johansson"]), ("darmanin", ["Gérald Darmanin"])]


def records_in(language):
    return [Record(text, language, text) for text in STATEMENTS[language]]


def labelled(language):
    """Triples of a text, a label in it, and what the check says of the quotation that was labelled, or None."""
    for passage in PASSAGES[language]:
        text, labels = unlabelled(passage)
        checks = {one.quotation.parts: one for one in check(text, language, records_in(language))}
        yield from ((text, label, checks.get(label.parts)) for label in labels)


def kinds(text, language="en", **options):
    return [one.kind for one in check(text, language, RECORDS, **options)]


def words(text, language="en"):
    return [one.words for one in quotations(text, language)]


# The labelled quotations ----------------------------------------------------------------------------------------------


def test_of_the_labelled_quotations_95_percent_are_found_and_judged_rightly():
    labels, found, judged = Counter(), Counter(), Counter()
    for language in PASSAGES:
        for _text, label, one in labelled(language):
            labels[language] += 1
            found[language] += one is not None
            judged[language] += one is not None and one.kind == label.kind
    by_language = {language: (judged[language], found[language], labels[language]) for language in labels}
    assert labels.total() >= 160
    assert found.total() >= 0.95 * labels.total(), by_language
    assert judged.total() >= 0.95 * labels.total(), by_language


@pytest.mark.parametrize("language", PASSAGES)
def test_nothing_is_taken_for_a_quotation_that_is_none(language):
    for passage in PASSAGES[language]:
        text, labels = unlabelled(passage)
        checks = check(text, language, records_in(language))
        assert [
            one.quotation.words for one in checks if one.quotation.parts not in {label.parts for label in labels}
        ] == []


def changed(words):
    """The words with one of them replaced, left out (not at an end, which leaves a true fragment), doubled or moved."""
    places = [one.span() for one in re.finditer(r"[^\W_]+", words)]
    own = [one.span() for one in re.finditer(r"\[[^\]]*\]\w*", words)]  # editors may put what they like in brackets
    places = [(a, b) for a, b in places if not any(start <= a < end for start, end in own)]
    for number, (a, b) in enumerate(places):
        yield words[:a] + "elephant" + words[b:]
        yield words[:b] + " elephant" + words[b:]
        if 0 < number < len(places) - 1 and not re.search(
            r"…|\.\.\.|\[", words[places[number - 1][0] : places[number + 1][1]]
        ):
            yield words[:a] + words[b:]
        if number and words[places[number - 1][1] : a] == " ":
            c, d = places[number - 1]
            yield words[:c] + words[a:b] + " " + words[c:d] + words[b:]


@pytest.mark.parametrize("language", PASSAGES)
def test_quotation_with_one_word_changed_never_matches(language):
    judged = Counter()
    for text, label, one in labelled(language):
        if one is None or one.kind not in MATCHES:
            continue
        for number, (start, end) in enumerate(label.parts):
            for other in changed(text[start:end]):
                wrong = text[:start] + other + text[end:]
                result = check(wrong, language, records_in(language))
                matched = [
                    hit.quotation.words for hit in result if hit.kind in MATCHES and other in hit.quotation.words
                ]
                assert matched == [], (number, wrong)
                judged["changed"] += 1
    assert judged["changed"] > 20


@pytest.mark.parametrize("language", PASSAGES)
def test_nearness_parts_a_changed_quotation_from_another_statement(language, monkeypatch):
    """The reason for the threshold: nothing lies near it."""
    statements = [Recorded(text) for text in STATEMENTS[language]]
    monkeypatch.setattr("press.wordings.NEAR", 0)
    for number, text in enumerate(STATEMENTS[language]):
        others = [one.nearness(Wording([text]))[0] for place, one in enumerate(statements) if place != number]
        assert max(others) < NEAR / 2
        for other in changed(text):
            assert statements[number].nearness(Wording([other]))[0] > NEAR


# Finding --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It doesn’t matter what the ministers’ advisers said in the ’90s.",
        "It doesn't matter what the ministers' advisers said in the '90s.",
        "Rock 'n' roll isn't on the agenda; 'tis the states' choice.",
        "L’accord d’hier n’a pas été signé aujourd’hui, jusqu’à l’aube.",
        'The barrier is 6\'2" high and 5" thick.',
        "An opening “ mark and « nothing else.",
        "A closing» mark” and„ another.",
        "“” and «\xa0» and “…” hold no words.",
    ],
)
def test_text_without_quotations_has_none(text):
    assert words(text) == []


def test_plural_inside_single_marks_does_not_close_them():
    assert words("‘We asked the states’ ministers,’ he said of ‘friends’ and others.") == [
        "We asked the states’ ministers,",
        "friends",
    ]


def test_nested_quotation_comes_after_the_one_around_it():
    found = quotations("„Er sagte ‚auf »ein« Wort‘ und ging“, hieß es.", "de")
    assert [(one.words, one.nested) for one in found] == [
        ("Er sagte ‚auf »ein« Wort‘ und ging", False),
        ("auf »ein« Wort", True),
    ]


def test_offsets_of_parts_are_those_of_the_text():
    text = "Yes. “ We agree,” said the minister, “and act ”."
    (one,) = quotations(text, "en")
    assert [text[start:end] for start, end in one.parts] == ["We agree,", "and act"]
    assert [text[start:end] for start, end in one.marked_parts] == ["“ We agree,”", "“and act ”"]
    assert one.words == "We agree, and act"


@pytest.mark.parametrize(
    "text",
    [
        "The “green agenda” and the “common market” came first.",
        "The “green agenda”, the “common market”, “security” and more.",
        "“We agree,” said the minister. “And we will act.”",
        "“We agree.” That was, said the minister, “and is” the word.",
        "“We agree,” said the minister, and «nobody» left.",
        "“We agree,”\n\nsaid the minister, “and act.”",
        f"“We agree,” said the minister, {'who was there, ' * 20}“and act.”",
    ],
)
def test_two_quotations_stay_two(text):
    assert len(words(text)) >= 2


def test_unclosed_mark_does_not_swallow_what_follows():
    text = "He said “we agree. Later “yes” was heard.\n\n“No”, she said.\n\n“Never.\n\nIt ended."
    assert words(text) == ["yes", "No"]


@pytest.mark.parametrize("text", ["“a\n\n \n\n“b” ", "„\xa0\n\n„a”", " ", "“", "’"])
def test_odd_text_is_read_to_its_end(text):
    for one in quotations(text, "sr"):
        assert [text[start:end] for start, end in one.parts] == one.words.split()


# Comparing ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“we share one\u202fborder, and we will protect it\u200b together. Nobody can do this alone”", Kind.EXACT),
        ("“We share […] together.”", Kind.FRAGMENT),
        ("“We share […] alone.”", Kind.DIFFERS),
        ("“[We] share one border”", Kind.FRAGMENT),
        ("“We share one border; and we will protect it together”", Kind.DIFFERS),
        ("“Alone”", Kind.UNKNOWN),
        ("“the […] together”", Kind.UNKNOWN),
        ("“Nobody can do this alone […] We share one border”", Kind.UNKNOWN),
        ("“We share one BORDER”", Kind.DIFFERS),
        ("“[sic]”", Kind.UNKNOWN),
    ],
)
def test_quotation_is_judged(text, kind):
    assert kinds(text) == [kind]


NEVER = "We will never accept the quota. " + "One word stands here and there. " * 8 + "We will act, and Europe will."


@pytest.mark.parametrize(
    ("language", "recorded", "quoted", "kind"),
    [
        ("en", NEVER, "We [will] accept the quota", Kind.DIFFERS),
        ("en", NEVER, "We … accept the quota", Kind.DIFFERS),
        ("en", NEVER, "We will [always] accept the quota", Kind.DIFFERS),
        ("en", NEVER, "We will never accept […] and Europe will", Kind.DIFFERS),
        ("en", NEVER, "We will never [ever] accept the quota", Kind.FRAGMENT),
        ("en", NEVER, "We will […] and Europe will", Kind.FRAGMENT),
        ("en", NEVER, "We will [not] act, and Europe will", Kind.DIFFERS),
        ("en", "We don’t want walls between us", "We […] want walls between us", Kind.DIFFERS),
        ("en", "All who do not share our aims will leave", "All […] will leave", Kind.FRAGMENT),
        ("en", "All who agree will not leave now", "All […] leave now", Kind.DIFFERS),
        ("en", "We back the plan of the five old partners", "We back [their] partners", Kind.DIFFERS),
        ("fr", "Nous n’accepterons jamais le quota", "Nous […] accepterons […] le quota", Kind.DIFFERS),
        ("sl", "Kvot nikoli ne bomo sprejeli tako", "Kvot […] bomo sprejeli tako", Kind.DIFFERS),
        ("mk", "Квотите никогаш нема да ги прифатиме", "Квотите […] ги прифатиме", Kind.DIFFERS),
        ("da", "Vi nie accepterer denne kvote", "Vi […] accepterer denne kvote", Kind.DIFFERS),
    ],
)
def test_no_negation_and_no_long_stretch_is_left_out_unseen(language, recorded, quoted, kind):
    (one,) = check(f"«{quoted}»", language, [Record("it", language, recorded)])
    assert (one.kind, bool(one.runs)) == (kind, kind == Kind.DIFFERS)


def test_composed_and_decomposed_letters_are_the_same():
    assert kinds("«\xa0nous la prote\u0301gerons ensemble\xa0»", "fr") == [Kind.FRAGMENT]


def test_difference_is_shown_from_the_recorded_words_to_the_quoted_ones():
    (one,) = check("“and we shall protect it together,” he said.", "en", RECORDS)
    assert (one.kind, one.statement) == (Kind.DIFFERS, "border")
    assert [tuple(run) for run in one.runs] == [
        ("=", "and we "),
        ("-", "will"),
        ("+", "shall"),
        ("=", " protect it together"),
    ]


def test_statement_in_the_language_of_the_text_comes_first():
    records = [Record("other", "sr", "Da, naravno."), Record("own", "sr-latn", "Da, naravno.")]
    assert [one.statement for one in check("„Da, naravno”", "sr-latn", records)] == ["own"]
    assert [one.statement for one in check("„Da, naravno”", "sr", records)] == ["other"]
    assert [one.statement for one in check("„Da, naravno”", "en", records)] == ["other"]


def test_words_set_aside_are_no_statement():
    text = "The «\xa0Home Affairs\xa0» Council has “one border”."
    assert kinds(text) == [Kind.UNKNOWN, Kind.FRAGMENT]
    assert kinds(text, set_aside=["“home affairs”", "one border"]) == [Kind.NOT_A_STATEMENT] * 2


def test_nested_quotation_counts_only_if_the_one_around_it_matches_nothing():
    around = "“He told me ‘nobody can do this alone’ and left”"
    assert kinds(around) == [Kind.UNKNOWN, Kind.FRAGMENT]
    recorded = [*RECORDS, Record("told", "en", "He told me “nobody can do this alone” and left.")]
    assert [(one.kind, one.statement) for one in check(around, "en", recorded)] == [(Kind.EXACT, "told")]


# Speakers -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Spring is here,” said Aleš Hojs.", "hojs"),
        ("Johansson opened. “Spring is here,” said Hojs.", "hojs"),
        ("Hojs met Johansson, who said: “Spring is here.”", "johansson"),
        ("Hojs spoke first. Johansson listened. “Spring is here,” he said.", "johansson"),
        ("Hojs spoke first. Nobody else spoke. “Spring is here,” he said. Johansson left.", "hojs"),
        ("“Spring is here,” one heard. Johansson had spoken.", "johansson"),
        ("Johansson spoke.\n\n“Spring is here.”", "johansson"),
        ("“Spring is here, dear Hojs”, wrote Ylva Johansson", "johansson"),
        ("Tako je rekel s Hojsom: “Spring is here.”", "hojs"),
        ("Алеш Хојс рече: „Пролет е тука.“", "hojs"),
        ("“Spring is here,” said the host.", ""),
        ("Hojs spoke.\n\nSomething else happened. Then came a break.\n\n“Spring is here.”", ""),
    ],
)
def test_speaker_is_proposed_from_the_words_around(text, speaker):
    assert [(one.kind, one.speaker) for one in check(text, "en", RECORDS, NAMES)] == [(Kind.UNKNOWN, speaker)]


@pytest.mark.parametrize("spelt", ["Müller", "Mueller", "Muller", "JÜRGEN MUELLER", "Juergen Müller"])
def test_speaker_is_known_in_any_usual_spelling(spelt):
    names = [("mueller", ["Jürgen Müller"]), ("other", ["Jürgen Maier"])]
    assert [one.speaker for one in check(f"“Spring is here,” said {spelt}.", "de", [], names)] == ["mueller"]


def test_surname_of_two_people_needs_the_first_name():
    names = [("john", ["John Hojs"]), ("jane", ["Jane Hojs"])]
    assert [one.speaker for one in check("“Spring is here,” said Hojs.", "en", [], names)] == [""]
    assert [one.speaker for one in check("“Spring is here,” said Jane Hojs.", "en", [], names)] == ["jane"]


# Hostile input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        "“a" * 100_000,
        "“a ‘b " * 20_000 + "c’ d” " * 20_000,
        "“a " * 30_000 + "b» " * 30_000,
        "“a\n\n" * 30_000,
        "“a,” b c, " * 10_000,
        "‘as’ a" * 20_000,
        "“a b” Hojs " * 10_000,
        "[" * 50_000 + "“[" * 20_000,
        "\n" * 100_000,
    ],
    ids=range(10),
)
def test_hostile_text_takes_time_in_proportion_to_its_length(text):
    def seconds(one):
        start = time.process_time()
        check(one, "en", RECORDS, NAMES)
        return time.process_time() - start

    assert seconds(text) < 10 * seconds(text[: len(text) // 4]) + 0.5
