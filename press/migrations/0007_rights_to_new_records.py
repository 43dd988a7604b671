"""The newsroom's groups may use the records that have come since they were made, by the rule that made them.

What the groups were given or refused by hand stays as it is.
"""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.db.models import Q

KEPT = ["people.ministeralias", "press.notastatement"]
SEALED = ["publishedvoice", "publishedsession", "publishedparticipation", "publishedagreement", "publishedagendaitem"]
VERBS = [
    *[("submitted", "submitted for approval"), ("taken_back", "took back"), ("sent_back", "sent back")],
    *[("approved", "approved"), ("rescheduled", "moved the release"), ("cancelled", "cancelled the release")],
    *[("withdrawn", "withdrew"), ("released", "released with a set"), ("link_made", "made a preview link")],
    *[("link_revoked", "revoked a preview link"), ("link_opened", "opened a preview link")],
    *[("logged_in", "logged in"), ("login_failed", "failed to log in"), ("logged_out", "logged out")],
    *[("denied", "was denied"), ("added", "added"), ("changed", "changed"), ("deleted", "deleted")],
    *[("merged", "merged"), ("exported", "exported")],
]


def allow(apps, schema_editor):
    database = schema_editor.connection.alias
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for package in ("people", "press"):
        # Django makes permissions after the last migration; a group needs them now.
        create_permissions(installed.get_app_config(package), verbosity=0, using=database, apps=apps)
    new = Q()
    for label in KEPT:
        package, model = label.split(".")
        new |= Q(content_type__app_label=package, content_type__model=model)
    kept = Permission.objects.using(database).filter(new)
    sealed = Permission.objects.using(database).filter(content_type__app_label="press", content_type__model__in=SEALED)
    viewing = Q(codename__startswith="view_")
    for group in Group.objects.using(database).filter(name__in=["Archivist", "Editor", "Chief editor"]):
        group.permissions.remove(*sealed.exclude(viewing))  # nobody writes what is derived
        group.permissions.add(*sealed.filter(viewing), *kept.filter(viewing if group.name == "Archivist" else Q()))


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("people", "0004_minister_alias"),
        ("press", "0006_not_a_statement"),
    ]

    operations = [
        migrations.AlterField(
            model_name="auditentry",
            name="verb",
            field=models.CharField(choices=VERBS, max_length=20, verbose_name="did what"),
        ),
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
