"""Publications that become visible at one instant."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.record import Record


class ReleaseSet(Record):
    """Candidates that wait for each other: one that is not approved holds back all."""

    name = models.CharField(_("name"), max_length=200, help_text=_("Such as “Outcome of the forum at Brdo”."))
    planned_for = models.DateTimeField(
        _("planned for"), null=True, blank=True, help_text=_("The moment at which all of it becomes visible.")
    )
    released_at = models.DateTimeField(_("released at"), null=True, editable=False)

    class Meta:
        verbose_name = _("release set")
        verbose_name_plural = _("release sets")
        ordering = ["-created", "uid"]

    def __str__(self):
        return self.name
