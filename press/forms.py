"""The forms of the newsroom that are about publishing and photos."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from people.forms import EMPTY_FILE, PlainText, RecordForm
from press import images
from press.models import Photo, Publication


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


LATER_KINDS = [
    choice
    for choice in Publication.Kind.choices
    if choice[0] not in (Publication.Kind.FIRST, Publication.Kind.WITHDRAWAL)
]


class NewVersionForm(forms.Form):
    """What the public is told about every version but the first."""

    kind = forms.ChoiceField(label=_("Kind of change"), choices=LATER_KINDS, initial=Publication.Kind.UPDATE)
    note = forms.CharField(
        label=_("Public note"),
        max_length=1000,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=_("One sentence for readers: what has changed, and why. It is printed on the page."),
        error_messages={"required": _("Say in one sentence what has changed. Readers see it on the page.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].validators = [PlainText(line_breaks=True)]
