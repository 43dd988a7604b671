import pytest
from django.core.exceptions import ValidationError

from people.labels import LabelField, in_language
from people.models import Group
from tests.make import make_party


@pytest.mark.parametrize(
    ("label", "language", "found"),
    [
        ({"en": "Migration", "sl": "Migracije"}, "sl", ("Migracije", "sl")),
        ({"en": "Migration", "sl": "Migracije"}, "fr", ("Migration", "en")),
        ({"mk": "Миграција"}, "fr", ("Миграција", "mk")),
        ({}, "fr", ("", "")),
        (None, "fr", ("", "")),
    ],
)
def test_missing_language_falls_back_and_says_so(label, language, found):
    assert in_language(label, language) == found


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({}, "blank"),
        ({"English": "x"}, "is not a language code"),
        ({"en": " "}, "is empty"),
        ({"en": "x" * 301}, "Shorten it to 300"),
        ({"en": "a\x00b"}, "control character"),
        (["en"], "A label is a text per language"),
    ],
)
def test_bad_label_is_refused(value, sentence):
    with pytest.raises(ValidationError) as refusal:
        LabelField().clean(value, None)
    assert sentence in str(refusal.value)


def test_form_field_keeps_a_language_that_the_site_does_not_know():
    field = LabelField().formfield()
    html = field.widget.render("title", {"en": "Migration", "el": "Μετανάστευση"}, {"id": "id_title"})
    assert 'name="title:el"' in html and "Μετανάστευση" in html
    data = {"title:en": " Migration ", "title:el": "Μετανάστευση", "title:fr": ""}
    value = field.widget.value_from_datadict(data, {}, "title")
    assert field.clean(value) == {"en": "Migration", "el": "Μετανάστευση"}


@pytest.mark.django_db
def test_label_comes_back_with_sorted_keys():
    Group.objects.create(code="g", name={"sl": "b", "en": "a"})
    assert list(Group.objects.get().name) == ["en", "sl"]
    assert str(make_party()) == "Slovenia"
