"""How visitors narrow the list of press pages. Filters live in the query string, so a link reproduces the list."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.models import Topic
from people import clock
from people.alphabets import sort_key
from people.filters import by_name
from people.labels import in_language
from people.models import Group, Minister, Party
from people.public import public
from people.spelling import fold
from press.models import PressPage, PublishedMention, PublishedText


class PressFilter(django_filters.FilterSet):
    """A list of `PublishedText` shown in one language; its choices are what the whole list holds."""

    q = django_filters.CharFilter(method="search", label=_("Words"))
    year = django_filters.ChoiceFilter(field_name="dated_on__year", label=_("Year"), empty_label=_("All"))
    kind = django_filters.ChoiceFilter(choices=PressPage.Kind, label=_("Kind"), empty_label=_("All"))
    forum = django_filters.ChoiceFilter(field_name="forum__uid", label=_("Forum"), empty_label=_("All"))
    language = django_filters.ChoiceFilter(method="written_in", label=_("Language"), empty_label=_("All"))
    party = django_filters.ChoiceFilter(method="naming", label=_("State or body"), empty_label=_("All"))
    group = django_filters.ChoiceFilter(method="naming", label=_("Group"), empty_label=_("All"))
    topic = django_filters.ChoiceFilter(method="naming", label=_("Topic"), empty_label=_("All"))
    person = django_filters.ChoiceFilter(method="naming", label=_("Person"), empty_label=_("All"))

    named = {"party": "party__code", "group": "group__code", "topic": "topic__slug", "person": "minister__slug"}
    """The filters by what a page names: a state under any of its names, a group by who belonged to it on that day."""

    class Meta:
        model = PublishedText
        fields = []

    def __init__(self, data, queryset, page_language):
        super().__init__(data, queryset)
        years = queryset.order_by("-dated_on__year").values_list("dated_on__year", flat=True).distinct()
        self.filters["year"].extra |= {"choices": [(year, year) for year in years]}
        self.filters["forum"].extra |= {"choices": forum_choices(queryset, page_language)}
        self.filters["language"].extra |= {"choices": settings.CONTENT_LANGUAGES}
        for name, choices in named_choices(page_language).items():
            self.filters[name].extra |= {"choices": choices}

    def search(self, queryset, name, value):
        for word in fold(value).split():
            queryset = queryset.filter(search__contains=word)
        return queryset

    def written_in(self, queryset, name, value):
        """The pages that have a text of their own in the language."""
        own = PublishedText.objects.filter(language=value, shown_in=value)
        return queryset.filter(publication__in=own.values("publication"))

    def naming(self, queryset, name, value):
        mentions = PublishedMention.objects.filter(**{self.named[name]: value})
        return queryset.filter(publication__in=mentions.values("publication"))

    @property
    def first(self):
        """The fields that stand open; the others wait behind “More filters”."""
        return [field for field in self.form if field.name not in self.named]

    @property
    def further(self):
        return [field for field in self.form if field.name in self.named]

    @property
    def further_in_use(self):
        return any(field.value() for field in self.further)


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


def named_choices(language):
    """What visible press pages name, by the filter: pairs of a value and today's name, in the order of the names."""

    def named(model):
        return public(model, publication__press_page__isnull=False)

    def labelled(key, model):
        return by_name(((getattr(row, key), in_language(row.name, language).text) for row in named(model)), language)

    today, parties = clock.today(), named(Party).prefetch_related("names")
    people = sorted(named(Minister), key=lambda person: (sort_key(person.sort_key, language), person.slug))
    return {
        "party": by_name(((row.code, in_language(row.names_on(today), language).text) for row in parties), language),
        "group": labelled("code", Group),
        "topic": labelled("slug", Topic),
        "person": [(row.slug, str(row)) for row in people],
    }
