"""How visitors narrow the list of press pages. Filters live in the query string, so a link reproduces the list."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.spelling import fold
from press.models import PressPage, PublishedText


class PressFilter(django_filters.FilterSet):
    """A list of `PublishedText` shown in one language; its choices are what the whole list holds."""

    q = django_filters.CharFilter(method="search", label=_("Words"))
    year = django_filters.ChoiceFilter(field_name="dated_on__year", label=_("Year"), empty_label=_("All"))
    kind = django_filters.ChoiceFilter(choices=PressPage.Kind, label=_("Kind"), empty_label=_("All"))
    forum = django_filters.ChoiceFilter(field_name="forum__uid", label=_("Forum"), empty_label=_("All"))
    language = django_filters.ChoiceFilter(method="written_in", label=_("Language"), empty_label=_("All"))

    class Meta:
        model = PublishedText
        fields = []

    def __init__(self, data, queryset, page_language):
        super().__init__(data, queryset)
        years = queryset.order_by("-dated_on__year").values_list("dated_on__year", flat=True).distinct()
        self.filters["year"].extra |= {"choices": [(year, year) for year in years]}
        self.filters["forum"].extra |= {"choices": forum_choices(queryset, page_language)}
        self.filters["language"].extra |= {"choices": settings.CONTENT_LANGUAGES}

    def search(self, queryset, name, value):
        for word in fold(value).split():
            queryset = queryset.filter(search__contains=word)
        return queryset

    def written_in(self, queryset, name, value):
        """The pages that have a text of their own in the language."""
        own = PublishedText.objects.filter(language=value, shown_in=value)
        return queryset.filter(publication__in=own.values("publication"))


def forum_choices(queryset, language):
    """The forums of the listed pages, by the titles under which they are published now."""
    titles = (
        PublishedText.objects.visible()
        .shown_in(language)
        .filter(publication__forum__isnull=False, forum__in=queryset.order_by().values("forum"))
    )
    return [
        (str(uid), f"{title} ({day.year})") for uid, title, day in titles.values_list("forum__uid", "title", "dated_on")
    ]
