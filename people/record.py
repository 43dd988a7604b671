"""What every record has: an identity that is never reused, and the times of its creation and last change."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.clock import now
from people.spelling import refuse_control_characters


class RecordQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid):
        return self.get(uid=uid)


class Identified(models.Model):
    """A row that leaves the house under its `uid` (a UUID, the natural key in fixtures and archives)."""

    uid = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self):
        return (str(self.uid),)

    def clean_fields(self, exclude=None):
        """Also refuse control characters, on the field that holds them."""
        errors = {}
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for field in self._meta.concrete_fields:
            if not isinstance(field, models.CharField | models.TextField) or field.name in {*errors, *(exclude or ())}:
                continue
            try:
                refuse_control_characters(
                    getattr(self, field.attname) or "", line_breaks=isinstance(field, models.TextField)
                )
            except ValidationError as error:
                errors[field.name] = error
        if errors:
            raise ValidationError(errors)


class Record(Identified):
    """An identified row that an editor keeps."""

    created = models.DateTimeField(_("created"), default=now, editable=False)
    changed = models.DateTimeField(_("changed"), default=now, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.changed = now()
        if update_fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*update_fields, "changed"}
        super().save(*args, **kwargs)
