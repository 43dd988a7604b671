"""The three groups of the newsroom. What is published, nobody changes: those rows can only be viewed."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.models import Q

PACKAGES = ["people", "events", "press"]
SEALED = [
    "auditentry",
    "previewlink",
    "publication",
    "publishedtext",
    "publishedstatement",
    "publishedphoto",
    "publisheddocument",
    "publishedmention",
]


def create_groups(apps, schema_editor):
    database = schema_editor.connection.alias
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for package in PACKAGES:
        # Django makes permissions after the last migration; a group needs them now.
        create_permissions(installed.get_app_config(package), verbosity=0, using=database, apps=apps)
    ours = Permission.objects.using(database).filter(content_type__app_label__in=PACKAGES)
    viewing = Q(codename__startswith="view_")
    writing = ~Q(content_type__model__in=SEALED) & Q(codename__regex="^(add|change|delete)_")
    submitting = Q(codename__in=["submit_publication", "add_previewlink", "change_previewlink"])
    releasing = Q(codename="release_publication")
    for name, allowed in {
        "Archivist": viewing,
        "Editor": viewing | writing | submitting,
        "Chief editor": viewing | writing | submitting | releasing,
    }.items():
        group, _created = Group.objects.using(database).get_or_create(name=name)
        group.permissions.set(ours.filter(allowed))


def remove_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.using(schema_editor.connection.alias).filter(
        name__in=["Archivist", "Editor", "Chief editor"]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("people", "0001_initial"),
        ("events", "0001_initial"),
        ("press", "0001_initial"),
    ]
    operations = [migrations.RunPython(create_groups, remove_groups)]
