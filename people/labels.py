"""Short texts in several languages: session titles, office titles, names of groups.

A label is a dict from language code to text, `{"en": "Migration", "sl": "Migracije"}`. Nobody has to fill every
language: `in_language` falls back to the site's languages in their order and says which language it found.
"""

import json
import re
from typing import NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.spelling import refuse_control_characters

LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def content_languages():
    """The languages in which editors can write, as choices of a field."""
    return settings.CONTENT_LANGUAGES


def first_language():
    return settings.LANGUAGE_CODE


class Wording(NamedTuple):
    """A text and the language that it is in; both empty when nothing was written in any language."""

    text: str
    language: str


def in_language(label, language):
    """The wording of a label for a page in `language`."""
    for code in (language, *(code for code, _name in settings.LANGUAGES), *sorted(label or {})):
        if label and label.get(code):
            return Wording(label[code], code)
    return Wording("", "")


class LabelWidget(forms.Widget):
    """One input per language; the languages beyond the site's own are folded away until one of them is used."""

    template_name = "people/widgets/label.html"
    use_fieldset = True

    def __init__(self, attrs=None, long=False):
        super().__init__(attrs)
        self.long = long

    def id_for_label(self, id_):
        return ""  # the inputs have labels of their own

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        value = json.loads(value) if isinstance(value, str) else value or {}
        names = dict(settings.CONTENT_LANGUAGES)
        names.update((code, code) for code in value if code not in names)
        site = {code for code, _name in settings.LANGUAGES}
        inputs = [
            {
                "language": code,
                "label": label,
                "name": f"{name}:{code}",
                "id": f"{context['widget']['attrs'].get('id', name)}:{code}",
                "value": value.get(code, ""),
                "first": code in site,
            }
            for code, label in names.items()
        ]
        context["widget"] |= {"inputs": inputs, "long": self.long, "others_filled": set(value) - site}
        return context

    def value_from_datadict(self, data, files, name):
        prefix = f"{name}:"
        return {key.removeprefix(prefix): text for key, text in data.items() if key.startswith(prefix) and text.strip()}

    def value_omitted_from_data(self, data, files, name):
        return not any(key.startswith(f"{name}:") for key in data)


class LabelFormField(forms.Field):
    default_error_messages = {"required": gettext_lazy("Write this in at least one language.")}

    def __init__(self, *, max_length=None, long=False, encoder=None, decoder=None, **kwargs):
        self.max_length = max_length
        kwargs["widget"] = LabelWidget(long=long)  # the admin offers its own text area, which knows one language only
        super().__init__(**kwargs)

    def to_python(self, value):
        return {code: " ".join(text.split(" ")).strip() for code, text in (value or {}).items()}

    def has_changed(self, initial, data):
        return (initial or {}) != self.to_python(data)


class LabelField(models.JSONField):
    """A label as a database column. `long` gives editors room for a paragraph instead of a line."""

    def __init__(self, *args, max_length=300, long=False, **kwargs):
        self.long = long
        kwargs.setdefault("default", dict)
        super().__init__(*args, max_length=max_length, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.long:
            kwargs["long"] = True
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        # PostgreSQL returns keys in its own order; sorted, both databases give the same bytes in a fixture.
        value = super().from_db_value(value, expression, connection)
        return dict(sorted(value.items())) if isinstance(value, dict) else value

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if not isinstance(value, dict):
            raise ValidationError(_("A label is a text per language, such as {“en”: “Migration”}."), code="invalid")
        for code, text in value.items():
            self._validate_wording(code, text)

    def _validate_wording(self, code, text):
        if not LANGUAGE_CODE.fullmatch(code):
            raise ValidationError(_("“%(code)s” is not a language code such as en or sr."), params={"code": code})
        if not isinstance(text, str) or not text.strip():
            raise ValidationError(_("The text for %(code)s is empty. Write it or remove it."), params={"code": code})
        if len(text) > self.max_length:
            raise ValidationError(
                _("The text for %(code)s has %(length)s characters. Shorten it to %(limit)s."),
                params={"code": code, "length": len(text), "limit": self.max_length},
            )
        refuse_control_characters(text, line_breaks=self.long)

    def formfield(self, **kwargs):
        kwargs.pop("widget", None)
        options = {"form_class": LabelFormField, "max_length": self.max_length, "long": self.long}
        # Django repeats a computed default in a hidden input, which would hold JSON instead of a text per language.
        return super(models.JSONField, self).formfield(**options | {"show_hidden_initial": False} | kwargs)
