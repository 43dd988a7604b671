"""Which reference data is public: what something visible names.

The index of what publications name is `PublishedMention`, higher up in `press`; each model reaches it as `mentions`.
"""

from django.db.models import Exists, OuterRef


def public(model, **which):
    """The rows of a model that a visible publication names; the model is one of those that have `mentions`.

    `which` narrows the mentions that count, such as `publication__press_page__isnull=False`.
    """
    mentions = model.mentions.rel.related_model.objects.visible().filter(**which)
    return model.objects.filter(Exists(mentions.filter(**{model.mentions.rel.field.name: OuterRef("pk")})))
