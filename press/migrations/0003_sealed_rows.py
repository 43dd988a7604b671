"""From here on the database itself refuses to change or delete what was published."""

from django.db import migrations

from press.sealed_rows import install, remove


class Migration(migrations.Migration):
    dependencies = [("press", "0002_newsroom_groups")]

    operations = [migrations.RunPython(install, remove)]
