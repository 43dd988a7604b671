"""Rulings that a quotation is no statement."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import people.clock
import people.labels


class Migration(migrations.Migration):
    dependencies = [
        ("press", "0005_index_of_taking_part"),
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
    ]
