"""What an editor has decided about a quotation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.labels import content_languages
from people.record import Record
from press.canonical import digest_of
from press.models.pages import PressPage
from press.shingles import same_words


class NotAStatement(Record):
    """Words in quotation marks on a page that nobody said: a title, a name, an expression."""

    press_page = models.ForeignKey(
        PressPage, models.CASCADE, related_name="not_statements", verbose_name=_("press page")
    )
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    words = models.TextField(_("words"), help_text=_("Without the quotation marks."))
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("quotation that is not a statement")
        verbose_name_plural = _("quotations that are not statements")
        ordering = ["press_page", "language", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["press_page", "language", "digest"], name="quotation_is_ruled_on_once_per_page_and_language"
            )
        ]

    def __str__(self):
        return f"{self.words[:80]} ({self.language})"

    def save(self, *args, **kwargs):
        self.digest = self.digest_of(self.words)
        super().save(*args, **kwargs)

    @staticmethod
    def digest_of(words):
        return digest_of(same_words(words))
