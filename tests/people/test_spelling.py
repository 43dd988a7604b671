import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from people.spelling import fold, refuse_control_characters


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Aleš HOJS", "ales hojs"),
        ("Алеш Хојс", "ales hojs"),
        ("Ђурић", "duric"),
        ("Đurić", "duric"),
        ("Łukasz  Größe", "lukasz grosse"),
        ("Ѓорѓиев", "gorgiev"),
        ("Çuçi", "cuci"),
    ],
)
def test_fold_joins_spellings(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\ud800"])
def test_control_character_is_refused_with_its_place(character):
    with pytest.raises(ValidationError) as refusal:
        refuse_control_characters(f"at Brdo{character}today")
    assert "after “at Brdo”" in refusal.value.messages[0]


def test_line_break_is_allowed_in_running_text_only():
    refuse_control_characters("one\ntwo", line_breaks=True)
    with pytest.raises(ValidationError):
        refuse_control_characters("one\ntwo")
