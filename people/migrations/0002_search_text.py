"""The text in which people are searched holds their names in two forms, from each of their words on."""

from django.db import migrations

from people.name_search import search_text


def rewrite(apps, schema_editor):
    for minister in apps.get_model("people", "Minister").objects.iterator():
        names = f"{minister.given_name} {minister.family_name}", *minister.other_spellings.splitlines()
        minister.search = search_text(names)
        minister.save(update_fields=["search"])


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [migrations.RunPython(rewrite, migrations.RunPython.noop, elidable=True)]
