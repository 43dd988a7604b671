"""How the demo enters a record: once, under an identifier that never changes."""

import uuid

from django.db.models import Q

NAMESPACE = uuid.UUID("0d5a3a3e-6d0c-5b0e-9f57-20211201b2d0")


def enter(model, key, known_by=(), **values):
    """The demo's record with this key, and whether it was entered just now. What is there stays as it is.

    `known_by` names the values by which a record that an editor made by hand is recognised, such as a slug.
    """
    uid = uid_of(model, key)
    identity = Q(uid=uid)
    if known_by:
        identity |= Q(**{name: values[name] for name in known_by})
    if row := model.objects.filter(identity).first():
        return row, False
    return model.objects.create(uid=uid, **values), True


def uid_of(model, key):
    return uuid.uuid5(NAMESPACE, f"{model._meta.label_lower}/{key}")


def label(en, fr="", sl="", mk="", sr=""):
    wordings = {"en": en, "fr": fr, "sl": sl, "mk": mk, "sr": sr}
    return {language: text for language, text in wordings.items() if text}
