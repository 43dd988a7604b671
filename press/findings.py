"""What an editor should look at before something is published: a sentence, and the field that mends it."""

from typing import NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from press.canonical import digest_of

ON_THE_DESK = {"kind", "note", "release_set", "reason"}
"""Fields of the submit and review pages themselves: they stand below the findings."""


class Level(models.TextChoices):
    RED = "red", _("stands in the way")
    YELLOW = "yellow", _("wants a reason")


class Finding(NamedTuple):
    """`field` is one of the change form of `record` (the subject, if there is none), or of the page that asks.

    `key` names a yellow finding: as long as the same thing is found, it stays the same, and so does its reason.
    `runs` are the words that differ from the record (`people.differences`), in `language`. A red finding that
    `can_wait` is mended by a later moment of release, too.
    """

    message: str
    field: str = ""
    level: Level = Level.RED
    key: str = ""
    record: models.Model | None = None
    runs: tuple = ()
    language: str = ""
    can_wait: bool = False

    @property
    def is_red(self):
        return self.level == Level.RED


def yellow(kind, what, message, field="", **facts):
    """A finding whose key stays the same as long as the same thing (`what`, in words) is found."""
    return Finding(message, field, Level.YELLOW, f"{kind}:{digest_of(what)[:16]}", **facts)


class NotReady(Exception):
    def __init__(self, *findings):
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = list(findings)


def link_to(finding, subject):
    """Where the field stands in the newsroom; empty for a field of the submit and review pages."""
    if not finding.field or (finding.record is None and finding.field in ON_THE_DESK):
        return ""
    record = finding.record or subject
    address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    return f"{address}#{anchor(record, finding.field)}"


def anchor(record, field):
    """The id of an input: of a field (`slug`), of a label in a language (`title:sl`), of a row (`texts-0-title`).

    Any other name is that of a group of rows, such as `page_photos`.
    """
    if "-" in field:
        return f"id_{field}"
    try:
        column = record._meta.get_field(field.partition(":")[0])
    except FieldDoesNotExist:
        return f"{field}-group"
    if not column.concrete:
        return f"{field}-group"
    return f"id_{field}_0" if isinstance(column, models.DateTimeField) else f"id_{field}"
