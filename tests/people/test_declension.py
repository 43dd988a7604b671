"""Cases of Slavic names are known by their endings."""

import re

import pytest

from people.declension import is_form_of, name_pattern, stems_of


@pytest.mark.parametrize(
    ("word", "nominative", "is_form"),
    [
        ("hojsom", "hojs", True),
        ("ylve", "ylva", True),
        ("petra", "petar", True),
        ("hojc", "hojs", False),
        ("hojsovemu", "hojs", False),
    ],
)
def test_word_is_a_case_of_a_name_if_only_its_end_differs(word, nominative, is_form):
    assert is_form_of(word, nominative) == is_form


def test_stems_of_a_word_are_not_too_short():
    assert list(stems_of("hojsom")) == ["hojsom", "hojso", "hojs"]
    assert list(stems_of("hojs")) == ["hojs"]


@pytest.mark.parametrize(("language", "is_found"), [("sl", True), ("en", False)])
def test_name_is_found_in_its_cases_where_the_language_declines(language, is_found):
    pattern = name_pattern("Severna Makedonija", language)
    assert bool(re.fullmatch(pattern, "Severno Makedonijo")) == is_found
    assert re.fullmatch(pattern, "Severna Makedonija")
