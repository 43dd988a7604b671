"""Rulings that a quotation is no statement. Editors make and undo them, everybody in the newsroom sees them."""

import uuid

import django.db.models.deletion
from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

import people.clock
import people.labels

ALLOWED = {
    "Archivist": ["view"],
    "Editor": ["view", "add", "change", "delete"],
    "Chief editor": ["view", "add", "change", "delete"],
}


def allow(apps, schema_editor):
    database = schema_editor.connection.alias
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after the last migration; a group needs them now.
    create_permissions(installed.get_app_config("press"), verbosity=0, using=database, apps=apps)
    ours = Permission.objects.using(database).filter(content_type__app_label="press")
    for group in Group.objects.using(database).filter(name__in=ALLOWED):
        group.permissions.add(*ours.filter(codename__in=[f"{verb}_notastatement" for verb in ALLOWED[group.name]]))


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("press", "0003_sealed_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="NotAStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier")),
                ("created", models.DateTimeField(default=people.clock.now, editable=False, verbose_name="created")),
                ("changed", models.DateTimeField(default=people.clock.now, editable=False, verbose_name="changed")),
                (
                    "language",
                    models.CharField(choices=people.labels.content_languages, max_length=12, verbose_name="language"),
                ),
                ("words", models.TextField(help_text="Without the quotation marks.", verbose_name="words")),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "press_page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="not_statements",
                        to="press.presspage",
                        verbose_name="press page",
                    ),
                ),
            ],
            options={
                "verbose_name": "quotation that is not a statement",
                "verbose_name_plural": "quotations that are not statements",
                "ordering": ["press_page", "language", "uid"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("press_page", "language", "digest"),
                        name="quotation_is_ruled_on_once_per_page_and_language",
                    )
                ],
            },
        ),
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
