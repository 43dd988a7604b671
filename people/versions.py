"""Two editors at one record: a form says which version it was filled from, and never replaces a later one unseen."""

import hashlib
import re
from datetime import datetime
from typing import NamedTuple

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core import signing
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.clock import now
from people.dates import day_in_words, language_name, time_in_words
from people.differences import Run, runs_between

FIELD, SALT = "record_version", "people.versions"
NOTHING = "–"

# Which version ------------------------------------------------------------------------------------------------------


class Version:
    """What is stored of a record and of the rows on its form. `parts` are pairs of a model and of its foreign key.

    The digest is one over all values, because two changes within a millisecond have the same time. Within a
    transaction, `lock` keeps others from changing any of it; they can still refer to it.
    """

    def __init__(self, model, pk, parts, lock=False):
        self.at = now()  # before anything is read: whoever changes it later is found
        self.rows = {model: _stored(model, {"pk": pk}, lock)}
        for part, key in parts:
            self.rows[part] = _stored(part, {key: pk}, lock)
        self.exists = bool(self.rows[model].values)
        self.digest = hashlib.sha256(repr([*self.rows.values()]).encode()).hexdigest()

    @property
    def token(self):
        return signing.dumps([self.digest, self.at.isoformat()], salt=SALT)


class Stored(NamedTuple):
    values: list
    links: list


def _stored(model, condition, lock):
    rows = model._base_manager.filter(**condition).order_by("pk")
    if lock:
        rows = rows.select_for_update(no_key=True)
    values = list(rows.values_list("pk", *(field.attname for field in model._meta.concrete_fields)))
    return Stored(values, [_links(field, [row[0] for row in values]) for field in model._meta.many_to_many])


def _links(field, keys):
    """What the rows with these keys point at; nothing where the links are rows with a form of their own."""
    through = field.remote_field.through
    if not (keys and through._meta.auto_created):
        return []
    source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    links = through._base_manager.filter(**{f"{source}__in": keys})
    return sorted(links.values_list(f"{source}_id", f"{target}_id"))


def read(token):
    """The digest in a token and when its form was opened; an empty digest and None if the token is not ours."""
    try:
        digest, opened = signing.loads(token, salt=SALT)
        return digest, datetime.fromisoformat(opened)
    except (signing.BadSignature, ValueError, TypeError):
        return "", None


class Conflict:
    """Why a form is shown again: it was `opened` at another version, or at one that we cannot tell (None).

    `entry` is Django's log entry of the newest change since then, if any; `gone` tells that the record was deleted.
    `rows` are sentences about rows that colleagues have added or deleted.
    """

    def __init__(self, opened, entry=None, gone=False):
        self.opened, self.entry, self.gone, self.rows = opened, entry, gone, []

    def __str__(self):
        if self.opened is None:
            return _("This form does not say which version of the record it was filled from.")
        if self.entry is None and self.gone:
            return _("Somebody deleted this record after you had opened it.")
        if self.entry is None:
            return _("Somebody changed this record after you had opened it.")
        known = {"who": self.entry.user.get_username(), "when": moment_in_words(self.entry.action_time)}
        if self.gone:
            return _("%(who)s deleted this record after you had opened it: %(when)s.") % known
        return _("%(who)s changed this record after you had opened it: %(when)s.") % known


# What was sent for rows that have changed hands ---------------------------------------------------------------------


def bring_rows_together(data, stored):
    """Rearrange what was sent for the rows of a record (`data`, changed in place) around those that are `stored` now.

    `stored` is the formset that nobody has filled. Rows that a colleague has added come in as they are, rows that one
    has deleted become new ones. Returns a sentence about each.
    """
    prefix, key = stored.prefix, stored.model._meta.pk.name
    try:
        total, initial = (int(data[f"{prefix}-{name}_FORMS"]) for name in ("TOTAL", "INITIAL"))
    except (KeyError, ValueError):
        return []  # the formset refuses this itself
    sent = [_sent_under(f"{prefix}-{index}-", data) for index in range(min(total, stored.absolute_max))]
    known = {row.get(key, [""])[0]: row for row in sent[:initial]}
    rows, sentences = [], []
    for form in stored.initial_forms:
        row = known.pop(str(form.instance.pk), None)
        if row is None:
            row = _untouched(form)
            sentences.append(_("Added meanwhile, and in your form now: %(row)s") % {"row": form.instance})
        rows.append(row)
    for row in known.values():
        if DELETION_FIELD_NAME not in row:
            rows.append(row | {key: [""]})
            sentences.append(
                _("Deleted meanwhile: a row of “%(rows)s”. Yours is now a new row; remove it if you agree.")
                % {"rows": stored.model._meta.verbose_name_plural}
            )
    rows += sent[initial:]
    for index, row in enumerate(rows):
        for name, values in row.items():
            data.setlist(f"{prefix}-{index}-{name}", values)
    data[f"{prefix}-TOTAL_FORMS"], data[f"{prefix}-INITIAL_FORMS"] = len(rows), len(stored.initial_forms)
    return sentences


def _sent_under(start, data):
    """Takes what was sent under names with this beginning out of the data: a dict from the rest of the name."""
    return {name.removeprefix(start): data.pop(name) for name in [*data] if name.startswith(start)}


def _untouched(form):
    """What a browser would send of a form as it was shown, but for files: lists of values by name."""
    sent = {}
    for field in form:
        widget = field.field.widget
        widget = widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget
        if isinstance(widget, forms.FileInput):
            continue
        if isinstance(widget, forms.CheckboxInput):
            if widget.check_test(field.value()):
                sent[field.html_name] = ["on"]
            continue
        context = widget.get_context(field.html_name, field.value(), {})["widget"]
        for part in context.get("inputs") or context.get("subwidgets") or [context]:
            values = part["value"] if isinstance(part["value"], list | tuple) else [part["value"]]
            sent[part["name"]] = ["" if value is None else str(value) for value in values]
    return {name.removeprefix(f"{form.prefix}-"): values for name, values in sent.items()}


# What differs -------------------------------------------------------------------------------------------------------


class Difference(NamedTuple):
    """A field in which what is stored now differs from what was typed, with the runs that lead from one to the other.

    `row` names the row of the record that it belongs to; it is empty for a field of the record itself.
    """

    row: str
    field: str
    runs: list

    @property
    def stored(self):
        return [run for run in self.runs if run.sign != "+"]

    @property
    def typed(self):
        return [run for run in self.runs if run.sign != "-"]


def differences(form, formsets):
    """What differs between a form as it was sent, with the rows in its formsets, and what is stored now."""
    yield from _differences(form)
    for formset in formsets:
        for row in formset.forms:
            name = row.instance._meta.verbose_name
            if row.instance.pk:
                name = f"{name}: {row.instance}"
            if row.data.get(row.add_prefix(DELETION_FIELD_NAME)):
                yield Difference(name, "", [Run("-", _("stored")), Run("+", _("deleted"))])
            else:
                yield from _differences(row, name)


def _differences(form, row=""):
    for name in form.changed_data:
        field, typed = form.fields[name], form[name].data
        if name in getattr(form, "cleaned_data", ()):
            typed = form.cleaned_data[name]
        stored, typed = in_words(field, form.get_initial_for_field(field, name)), in_words(field, typed)
        if without_tags(stored) != without_tags(typed):
            stored, typed = without_tags(stored), without_tags(typed)
        yield Difference(row, str(field.label or name), runs_between(stored, typed))


def without_tags(text):
    """The words of running text; its paragraphs become lines."""
    return strip_tags(re.sub(r"</(p|li|h\d|blockquote)>|<br ?/?>", "\n", text)).strip() if "</" in text else text


def in_words(field, value):
    """What an editor reads in a field of a form that holds this value."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(_row_in_words(field, one) for one in value or ())) or NOTHING
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value in (None, "", [], {}):
        return NOTHING
    if isinstance(field, forms.ModelChoiceField):
        return _row_in_words(field, value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(value, dict):
        return "\n".join(f"{language_name(code)}: {text}" for code, text in sorted(value.items()))
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return str(value)


def _row_in_words(field, value):
    if isinstance(value, models.Model):
        return str(value)
    try:
        row = field.queryset.model._base_manager.filter(pk=value).first()
    except (ValueError, TypeError, OverflowError):
        row = None
    return str(row or value)


def moment_in_words(instant):
    zone, language = timezone.get_current_timezone_name(), get_language()
    day = day_in_words(timezone.localtime(instant).date(), language)
    return f"{day}, {time_in_words(instant, zone, language)} ({zone})"
