"""Two records of one person become one: the kept record takes over all that pointed at the other.

The address of the record that goes leads to the kept one, and its uid stays known (`Minister.objects.known_as`),
because sealed pages and archives go on naming it. What was sealed does not change.
"""

from django.db import transaction
from django.db.models import ManyToManyField
from django.dispatch import Signal

from people.models import Mandate, Minister, MinisterAlias

merged = Signal()
"""Sent inside the transaction, with `kept`, `uid` and `name` of the record that went, `by` and `reason`."""


def places(minister):
    """Every place that points at a person, as pairs of a name and the rows: what a merge will affect.

    Rows that are derived from a publication stand there as that publication.
    """
    found = {}
    for field in _fields_to(Minister):
        _add(found, field, [minister])
    for field in _fields_to(Mandate):
        _add(found, field, Mandate.objects.filter(minister=minister))
    return [(name, list(rows.values())) for name, rows in found.items()]


def _add(found, field, values):
    rows = field.model._base_manager.filter(**{f"{field.name}__in": values})
    names = {one.name for one in field.model._meta.fields}
    if "publication" in names:
        rows = [row.publication for row in rows.select_related("publication")]
    for row in rows:
        found.setdefault(row._meta.verbose_name_plural, {})[row.pk] = row


@transaction.atomic
def merge(absorbed, kept, by, reason):
    """Give all that points at `absorbed` to `kept`, and leave its address and its uid behind as an alias.

    Spellings are joined; the kept record's own facts win. Raises ValueError if both are the same record.
    """
    if absorbed.pk == kept.pk:
        raise ValueError("A record cannot be merged with itself.")
    locked = Minister.objects.select_for_update().in_bulk([absorbed.pk, kept.pk])
    absorbed, kept = locked[absorbed.pk], locked[kept.pk]
    for field in _fields_to(Minister):
        if isinstance(field, ManyToManyField):
            for row in field.model._base_manager.filter(**{field.name: absorbed}):
                getattr(row, field.name).add(kept)
        else:
            field.model._base_manager.filter(**{field.name: absorbed}).update(**{field.name: kept})
    spellings = [kept.other_spellings, str(absorbed), absorbed.other_spellings]
    kept.other_spellings = "\n".join(dict.fromkeys(line for text in spellings for line in text.splitlines() if line))
    if absorbed.portrait and not kept.portrait:
        kept.portrait, kept.portrait_credit = absorbed.portrait, absorbed.portrait_credit
    uid, name, slug = absorbed.uid, str(absorbed), absorbed.slug
    absorbed.delete()
    kept.save()
    MinisterAlias.objects.create(minister=kept, slug=slug, merged_uid=uid, name=name, reason=reason)
    merged.send(Minister, kept=kept, uid=uid, name=name, by=by, reason=reason)
    return kept


def _fields_to(model):
    """The fields of all models, of whatever package, that point at a model."""
    return [relation.field for relation in model._meta.related_objects]
