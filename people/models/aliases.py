"""What a person was known under before: a former address, and after a merge the identifier of the record that went."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.ministers import Minister
from people.record import Record


class MinisterAlias(Record):
    """Leads from a former address to the person. After a merge, also from the uid that sealed pages still name.

    An address may have led to several people, one after the other; the newest alias counts.
    """

    minister = models.ForeignKey(Minister, models.CASCADE, related_name="aliases", verbose_name=_("minister"))
    slug = models.SlugField(_("former address"), max_length=120)
    merged_uid = models.UUIDField(_("identifier of the merged record"), null=True, blank=True, unique=True)
    name = models.CharField(_("name of the merged record"), max_length=250, blank=True)
    reason = models.TextField(_("why they were merged"), blank=True)

    class Meta:
        verbose_name = _("former address of a person")
        verbose_name_plural = _("former addresses of people")
        ordering = ["slug", "-created", "uid"]

    def __str__(self):
        return f"{self.slug} → {self.minister}"
