"""The index of statements says which were made on background, and the database keeps names off those."""

from django.db import migrations, models
from django.db.models import Q


def mark_background(apps, schema_editor):
    rows = apps.get_model("press", "PublishedStatement").objects.filter(sealed__contains='"regime":"background"')
    rows.update(regime="background")


class Migration(migrations.Migration):
    dependencies = [("press", "0003_sealed_rows"), ("events", "0003_prepared_statements")]

    operations = [
        migrations.AddField(
            model_name="publishedstatement",
            name="regime",
            field=models.CharField(
                choices=[("on_the_record", "on the record"), ("background", "background: never with a name")],
                default="on_the_record",
                max_length=20,
            ),
        ),
        migrations.RunPython(mark_background, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="publishedstatement",
            constraint=models.CheckConstraint(
                condition=~Q(regime="background") | Q(minister=None, speaker="", title=""),
                name="background_is_never_released_with_a_name",
            ),
        ),
    ]
