"""The forms of the newsroom: what every one of them refuses, and on which field it says so."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import UniqueConstraint
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField
from django.utils import timezone
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.spelling import refuse_control_characters

FIRST_YEAR, LAST_YEAR = 1800, 2199


@deconstructible
class PlainText:
    """Django's form fields refuse NUL alone, and do not say where it is."""

    def __init__(self, line_breaks=False):
        self.line_breaks = line_breaks

    def __call__(self, text):
        refuse_control_characters(text, line_breaks=self.line_breaks)


def refuse_other_centuries(day):
    """A year such as 0021 is a slip of the hand, and too far off for the arithmetic of time zones."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(
            _("The year %(year)s cannot be meant. Write one from %(first)s to %(last)s."),
            params={"year": f"{day.year:04}", "first": FIRST_YEAR, "last": LAST_YEAR},
        )


class VenueTimeField(forms.SplitDateTimeField):
    """A day and a time at the venue: in the time zone that is current while the form is shown."""

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise ValidationError(
                _(
                    "The clocks in %(zone)s are changed at that hour, so that this time does not exist or exists "
                    "twice. Write a time at least an hour earlier or later."
                ),
                params={"zone": timezone.get_current_timezone_name()},
            ) from error


class ChoiceOfTexts(AdminTextInputWidget):
    """A line of text, with values to choose from while one writes."""

    template_name = "people/widgets/choice_of_texts.html"

    def __init__(self, values, attrs=None):
        super().__init__(attrs)
        self.values = values

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["values"] = self.values
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_values"
        return context


class RecordForm(forms.ModelForm):
    """A form that says what is wrong on the field to change. `slug_from` names the input that proposes the slug.

    With a `conflict` (`people.versions`) it is never valid, whatever was typed.
    """

    slug_from = conflict = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _strengthen(field)
        if self.slug_from and "slug" in self.fields:
            self.fields["slug"].widget.attrs["data-slug-from"] = self.slug_from

    @property
    def summary(self):
        """One line about the record, for lists of rows that are folded away."""
        return str(self.instance)

    @property
    def is_open(self):
        """Whether a row that could be folded shows its fields."""
        return bool(self.errors)

    def _post_clean(self):
        super()._post_clean()
        for error in self._errors.get(NON_FIELD_ERRORS, self.error_class()).as_data():
            if field := self._field_of(error):
                self._errors[NON_FIELD_ERRORS].data.remove(error)
                self.add_error(field, error)
        if NON_FIELD_ERRORS in self._errors and not self._errors[NON_FIELD_ERRORS].data:
            del self._errors[NON_FIELD_ERRORS]
        if self.conflict:
            self.add_error(None, str(self.conflict))

    def _field_of(self, error):
        """A broken constraint speaks of several fields; the last one that it names is the one to change."""
        for constraint in self._meta.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and error.message == constraint.get_violation_error_message():
                return next((name for name in reversed(names_in(constraint)) if name in self.fields), None)
        return None

    def validate_constraints(self):
        """As in Django 5: an inline's constraints that name its parent are checked by its formset, row by row."""
        exclude = self._get_validation_exclusions()
        exclude |= {name for name, field in self.fields.items() if isinstance(field, InlineForeignKeyField)}
        try:
            self.instance.validate_constraints(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)


def _strengthen(field):
    if isinstance(field, forms.CharField):
        plain = PlainText(line_breaks=isinstance(field.widget, forms.Textarea))
        field.validators = [plain if isinstance(v, ProhibitNullCharactersValidator) else v for v in field.validators]
    elif isinstance(field, forms.DateField | forms.SplitDateTimeField):
        field.validators = [*field.validators, refuse_other_centuries]
    if isinstance(field, VenueTimeField):
        field.help_text = _("%(help)s Time in %(zone)s.") % {
            "help": field.help_text,
            "zone": timezone.get_current_timezone_name(),
        }


def names_in(constraint):
    """The fields that a unique constraint compares, then those of its condition."""
    return [
        *constraint.fields,
        *(name for name, _value in (constraint.condition.children if constraint.condition else ())),
    ]


class RecordFormSet(BaseInlineFormSet):
    """Rows of one record: two rows alike are refused on the field that tells them apart."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        setattr(form.instance, self.fk.name, self.instance)  # as just edited, and before it is saved

    def validate_unique(self):
        for names, condition, message in self._rules():
            field = next((name for name in reversed([*names, *condition]) if name in self.empty_form.fields), None)
            self._refuse_alike(
                lambda values, names=names, condition=condition: _key(values, names, condition),
                lambda form, field=field, message=message: form.add_error(field, message),
            )

    def _rules(self):
        """What must differ between the rows: names of fields, a condition, and the sentence that says so."""
        alike = _("Two rows have the same %(field)s. Change one of them.")
        for field in self.model._meta.concrete_fields:
            if field.unique and field.editable and not field.primary_key:
                yield [field.name], {}, alike % {"field": field.verbose_name}
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and self.fk.name in constraint.fields:
                names = [name for name in constraint.fields if name != self.fk.name]
                condition = dict(constraint.condition.children) if constraint.condition else {}
                message = constraint.get_violation_error_message()
                if constraint.violation_error_message == constraint.default_violation_error_message:
                    message = alike % {"field": self.model._meta.get_field(names[-1]).verbose_name}
                yield names, condition, message

    def _refuse_alike(self, key_of, refuse):
        """Walk through the rows in the order in which they are saved; `taken` is what the database then holds."""
        taken = [key_of(form.initial) for form in self.initial_forms]
        for form in self.forms:
            is_new = form not in self.initial_forms
            if not form.is_valid() or (is_new and not form.has_changed()):
                continue
            if not is_new:
                taken.remove(key_of(form.initial))
            if form in self.deleted_forms:
                continue
            key = key_of(
                {field.name: getattr(form.instance, field.attname) for field in self.model._meta.concrete_fields}
            )
            if key is not None and key in taken:
                refuse(form)
            taken.append(key)


def _key(values, names, condition):
    if any(values.get(name) != wanted for name, wanted in condition.items()):
        return None
    return tuple(values.get(name) for name in names)


EMPTY_FILE = gettext_lazy("This file is empty. Choose it again, or export it once more.")
NOT_A_PICTURE = gettext_lazy("This file is not a picture, or it is broken. Export it as JPEG and choose it again.")


def files_to_choose_again(request):
    """The files that came with a form which is shown again: a browser forgets them."""
    return [file.name for _name, file in sorted(request.FILES.items())]
