"""The forms of the newsroom that are about photos and about the life of a publication."""

from datetime import datetime

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import TextChoices
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.clock import now
from people.forms import EMPTY_FILE, PlainText, RecordForm, refuse_other_centuries
from press import images, venue_times
from press.models import Photo, PreviewLink, Publication, ReleaseSet


class PhotoField(forms.FileField):
    """Refuses what is no photo before Django, which knows no limit, opens it. The facts stay with the upload."""

    default_error_messages = {"empty": EMPTY_FILE, "required": _("Choose a photo.")}

    def to_python(self, data):
        upload = super().to_python(data)
        if upload:
            upload.facts = images.examine(upload)
            upload.name = f"photo.{images.FORMATS[upload.facts.format]}"
        return upload


class PhotoForm(RecordForm):
    """`read_from_file` says what an upload told about itself, for a message to the editor."""

    read_from_file = ()

    class Meta:
        model = Photo
        fields = "__all__"
        field_classes = {"file": PhotoField}

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if isinstance(file, FieldFile) and not file.storage.exists(file.name):
            self.add_error("file", _("This photo's file is missing on the server. Choose it again."))
        facts = getattr(file, "facts", None)
        if facts is None:
            return cleaned
        if facts.credit and not any(cleaned.get(name) for name in ("author", "agency", "provider")):
            cleaned["author"] = facts.credit[: Photo._meta.get_field("author").max_length]
            self.read_from_file = (*self.read_from_file, cleaned["author"])
        if facts.taken_on and not cleaned.get("taken_on") and "taken_on" not in self.errors:
            cleaned["taken_on"] = facts.taken_on
            self.read_from_file = (*self.read_from_file, facts.taken_on.isoformat())
        return cleaned


# The life of a publication ------------------------------------------------------------------------------------------


class DeskForm(forms.Form):
    """A form about a publication; its texts hold no control characters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                plain = PlainText(line_breaks=isinstance(field.widget, forms.Textarea))
                others = [one for one in field.validators if not isinstance(one, ProhibitNullCharactersValidator)]
                field.validators = [*others, plain]


def sentence(label, help_text, missing, **kwargs):
    """A field for a sentence or two."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=1000,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        error_messages={"required": missing},
        **kwargs,
    )


CHANGES = [
    (
        _("Something new"),
        [(kind.value, kind.label) for kind in (Publication.Kind.UPDATE, Publication.Kind.TRANSLATION)],
    ),
    (_("A correction"), [(kind.value, kind.label) for kind in Publication.CORRECTIONS]),
    (_("The end"), [(Publication.Kind.WITHDRAWAL.value, Publication.Kind.WITHDRAWAL.label)]),
]
"""The kinds of every version but the first."""


class SubmitForm(DeskForm):
    """What is said when a version is submitted: of the first one only whether it waits for others."""

    kind = forms.ChoiceField(label=_("Kind of change"), choices=CHANGES, initial=Publication.Kind.UPDATE)
    note = sentence(
        _("Public note"),
        _("One sentence for readers: what has changed, and why. It is printed on the page."),
        _("Say in one sentence what has changed. Readers see it on the page."),
    )
    release_set = forms.ModelChoiceField(
        ReleaseSet.objects.filter(released_at=None),
        label=_("Release set"),
        required=False,
        empty_label=_("None: it becomes visible when its approver says so"),
        help_text=_("The pages of a set become visible at one instant."),
    )

    def __init__(self, *args, is_first, **kwargs):
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["kind"], self.fields["note"]
        if not self.fields["release_set"].queryset.exists():
            del self.fields["release_set"]


class MomentForm(DeskForm):
    """A day and a time at the venue. A time that the clocks skip or repeat is refused, with both readings named."""

    day = forms.DateField(
        label=_("Day"), validators=[refuse_other_centuries], widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    time = forms.TimeField(
        label=_("Time"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput({"inputmode": "numeric", "placeholder": "17:40", "autocomplete": "off"}, "%H:%M"),
        error_messages={"invalid": _("Write the time with 24 hours, such as 17:40.")},
    )
    reading = forms.CharField(label=_("Which of the two"), required=False, widget=forms.Select)

    def __init__(self, *args, zone, at=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone = zone
        if at:
            local = at.astimezone(zone)
            self.initial |= {"day": local.date(), "time": local.time()}

    def needs_moment(self):
        return True

    def clean(self):
        cleaned = super().clean()
        cleaned["at"] = None
        if self.needs_moment() and cleaned.get("day") and cleaned.get("time"):
            self._clean_moment(cleaned, datetime.combine(cleaned["day"], cleaned["time"]))
        return cleaned

    def _clean_moment(self, cleaned, local):
        try:
            cleaned["at"] = venue_times.the_instant(local, self.zone, cleaned.get("reading", ""))
        except ValidationError as error:
            self.add_error("time", error)
            if error.code == "twice":
                self.fields["reading"].widget.choices = [
                    (one.isoformat(), venue_times.offset_in_words(one, self.zone))
                    for one in venue_times.readings(local, self.zone)
                ]
        else:
            self._refuse_past(cleaned["at"])

    def _refuse_past(self, at):
        current = now()
        if at <= current:
            self.add_error(
                "day",
                _now("%(moment)s has passed. It is now %(now)s. Choose a later moment.")
                % {"moment": venue_times.in_words(at, self.zone), "now": venue_times.in_words(current, self.zone)},
            )

    @property
    def exists_twice(self):
        return bool(self.fields["reading"].widget.choices)


class ReleaseForm(MomentForm):
    """Now, or at a moment to come."""

    class When(TextChoices):
        NOW = "now", _("Now")
        AT = "at", _("At a moment to come")
        EMBARGO = "embargo", _("Under embargo until a moment to come: invited press reads it before")

    when = forms.ChoiceField(label=_("When"), choices=When.choices[:2], initial=When.NOW, widget=forms.RadioSelect)
    field_order = ["when"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("day", "time"):
            self.fields[name].required = self.needs_moment() and self.is_bound

    def needs_moment(self):
        return self.data.get(self.add_prefix("when")) in (self.When.AT, self.When.EMBARGO)

    def clean(self):
        cleaned = super().clean()
        cleaned["is_embargo"] = cleaned.get("when") == self.When.EMBARGO
        return cleaned


LONGEST_REASON = 4000
APPROVAL = "approval"
"""The id of the form by which a candidate is approved."""


class ApproveForm(ReleaseForm):
    """Approval is of a digest: of what was read, and nothing else. A set says itself when its members appear."""

    digest = forms.CharField(widget=forms.HiddenInput)
    when = forms.ChoiceField(
        label=_("When"), choices=ReleaseForm.When.choices, initial=ReleaseForm.When.NOW, widget=forms.RadioSelect
    )

    def __init__(self, *args, in_a_set, findings=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.findings = findings
        for finding in findings:
            self.fields[reason_name(finding)] = reason_for(finding)
        if in_a_set:
            for name in ("when", "day", "time", "reading"):
                del self.fields[name]

    def needs_moment(self):
        return "when" in self.fields and super().needs_moment()

    def reason_of(self, finding):
        """The field in which the reason for a yellow finding is written."""
        return self[reason_name(finding)]

    def reasons(self):
        return {finding.key: self.cleaned_data[reason_name(finding)] for finding in self.findings}


def reason_name(finding):
    return f"reason-{finding.key}".replace(":", "-")


def reason_for(finding):
    """Outside its form on the page: beside the finding. What is too long is refused, not cut off by the browser."""
    field = forms.CharField(
        label=_("Why it may be published like this"),
        max_length=LONGEST_REASON,
        widget=AdminTextareaWidget(attrs={"rows": 2, "form": APPROVAL}),
        error_messages={"required": _("Say why it may be published like this, or send it back.")},
        validators=[PlainText(line_breaks=True)],
    )
    del field.widget.attrs["maxlength"]
    return field


class SendBackForm(DeskForm):
    reason = sentence(
        _("What should be changed"),
        _("Whoever submitted it reads this beside the form. The public never does."),
        _("Say what should be changed."),
    )


class CancelForm(DeskForm):
    reason = sentence(
        _("Why it is cancelled"),
        _("Kept in the audit log. The public never reads it."),
        _("Say why it is cancelled."),
    )


class LinkForm(MomentForm):
    """For whom a preview link is, and how long it works."""

    person = forms.CharField(
        label=_("For"),
        max_length=200,
        help_text=_("Name and medium, such as “Ana Kovač, STA”: printed on the page and logged."),
        error_messages={"required": _("Say for whom the link is. Each link is for one person.")},
    )
    purpose = forms.ChoiceField(label=_("Purpose"), choices=PreviewLink.Purpose.choices)
    field_order = ["person", "purpose"]
