"""An office that one person holds at a time has a code, and the database refuses two holders on one day."""

from django.db import migrations, models

from people.one_holder import install, remove


class Migration(migrations.Migration):
    dependencies = [("people", "0002_search_text")]

    operations = [
        migrations.AddField(
            model_name="mandate",
            name="office",
            field=models.SlugField(
                blank=True,
                help_text="The same word for all who follow each other in this office, such as interior-minister. "
                "Two of them cannot hold it on one day. Empty: several people may hold such an office at once.",
                max_length=60,
                verbose_name="office that one person holds",
                default="",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(install, remove),
    ]
