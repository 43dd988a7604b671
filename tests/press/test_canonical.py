import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.canonical import canonical_json, digest_of

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(values)
def test_canonical_json_says_the_same_as_the_value(value):
    assert json.loads(canonical_json(value)) == value


@given(values)
def test_canonical_json_is_one_line_for_every_reader(value):
    assert len(canonical_json(value).splitlines()) == 1


def test_canonical_json_does_not_depend_on_the_order_of_keys():
    assert canonical_json({"b": 1, "a": 2}) == canonical_json({"a": 2, "b": 1}) == '{"a":2,"b":1}'


def test_canonical_json_keeps_letters_readable():
    assert canonical_json("Aleš Хојс") == '"Aleš Хојс"'


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, (2.0,)])
def test_float_is_refused(value):
    with pytest.raises(TypeError, match="float"):
        canonical_json(value)


def test_digest_is_the_sha256_of_the_text():
    assert digest_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
