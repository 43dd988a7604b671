"""How visitors narrow the statements of a person or a party."""

import django_filters
from django.utils.translation import gettext_lazy as _

from people.alphabets import sort_key
from people.labels import in_language


def by_name(choices, language):
    """Pairs of a value and a name as choices of a filter, from A to Z as the language has it."""
    return sorted(choices, key=lambda choice: (sort_key(choice[1], language), choice))


class StatementFilter(django_filters.FilterSet):
    """Rows of who spoke (`PublishedVoice`); the choices are what the whole list holds."""

    forum = django_filters.ChoiceFilter(field_name="forum__uid", label=_("Forum"), empty_label=_("All"))
    topic = django_filters.ChoiceFilter(method="about", label=_("Topic"), empty_label=_("All"))

    def __init__(self, data, voices, language):
        super().__init__(data, voices)
        forums = voices.forums(language).values_list("forum__uid", "title", "dated_on")
        self.filters["forum"].extra["choices"] = [(str(uid), f"{title} ({day.year})") for uid, title, day in forums]
        topics = [(topic.slug, in_language(topic.name, language).text) for topic in voices.topics()]
        self.filters["topic"].extra["choices"] = by_name(topics, language)

    @property
    def has_choices(self):
        return any(len(one.extra["choices"]) > 1 for one in self.filters.values())

    def about(self, voices, name, value):
        return voices.about(value)
