"""Two records of one person become one: the kept record takes over all that pointed at the other.

The address of the record that goes leads to the kept one, and its uid stays known (`Minister.objects.known_as`),
because sealed pages and archives go on naming it. What was sealed does not change.
"""

from django.db import transaction
from django.db.models import ManyToManyField, Q
from django.dispatch import Signal

from people.models import Mandate, Minister, MinisterAlias

merged = Signal()
"""Sent inside the transaction, with `kept`, `uid` and `name` of the record that went, `by` and `reason`."""


def places(minister):
    """Every place that points at a person, as pairs of a name and a queryset: what a merge will affect.

    Rows that are derived from a publication stand there as that publication, without its payload.
    """
    conditions = {}
    for model, values in ((Minister, [minister]), (Mandate, minister.mandates.values("pk"))):
        for field in _fields_to(model):
            pointing, condition = field.model, Q(**{f"{field.name}__in": values})
            if "publication" in _names_of_fields(pointing):
                rows = pointing._base_manager.filter(condition)
                pointing = pointing._meta.get_field("publication").related_model
                condition = Q(pk__in=rows.values("publication"))
            conditions[pointing] = conditions.get(pointing, Q()) | condition
    found = []
    for model, condition in conditions.items():
        rows = model._base_manager.filter(pk__in=model._base_manager.filter(condition).values("pk")).order_by("pk")
        if rows.exists():
            heavy = {"payload"} & _names_of_fields(model)
            found.append((model._meta.verbose_name_plural, rows.defer(*heavy)))
    return found


def _names_of_fields(model):
    return {field.name for field in model._meta.fields}


@transaction.atomic
def merge(absorbed, kept, by, reason):
    """Give all that points at `absorbed` to `kept`, and leave its address and its uid behind as an alias.

    Spellings are joined; the kept record's own facts win. Raises ValueError if both are the same record.
    """
    if absorbed.pk == kept.pk:
        raise ValueError("A record cannot be merged with itself.")
    locked = Minister.objects.select_for_update().in_bulk([absorbed.pk, kept.pk])
    absorbed, kept = locked[absorbed.pk], locked[kept.pk]
    # Overlapping mandates of one office are allowed to one person only, and rows move one after the other.
    offices = dict(absorbed.mandates.values_list("pk", "office"))
    absorbed.mandates.update(office="")
    for field in _fields_to(Minister):
        if isinstance(field, ManyToManyField):
            for row in field.model._base_manager.filter(**{field.name: absorbed}):
                getattr(row, field.name).add(kept)
        else:
            field.model._base_manager.filter(**{field.name: absorbed}).update(**{field.name: kept})
    for key, office in offices.items():
        Mandate.objects.filter(pk=key).update(office=office)
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
