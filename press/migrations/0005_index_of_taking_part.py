"""Rows for the pages of people, parties and topics.

They are derived by today's code, which a migration must not call: run `manage.py rebuild_index` once after it. Until
then these pages show less, and `manage.py verify_publications` says that the index differs.
"""

import datetime
import uuid

import django.db.models.deletion
from django.db import migrations, models


def date_mentions(apps, schema_editor):
    mentions, texts = apps.get_model("press", "PublishedMention"), apps.get_model("press", "PublishedText")
    day = texts.objects.filter(publication=models.OuterRef("publication")).values("dated_on")[:1]
    mentions.objects.filter(publication__in=texts.objects.values("publication")).update(dated_on=models.Subquery(day))


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_agreement_topics"),
        ("people", "0004_minister_alias"),
        ("press", "0004_background_has_no_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedAgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier")),
                ("sealed", models.TextField()),
                ("item_uid", models.UUIDField(db_index=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("discussed", "discussed"),
                            ("adopted", "adopted"),
                            ("signed", "signed"),
                            ("noted", "noted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField()),
            ],
            options={
                "ordering": ["-day", "uid"],
            },
        ),
        migrations.CreateModel(
            name="PublishedAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier")),
                ("sealed", models.TextField()),
                ("agreement_uid", models.UUIDField(db_index=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("launched", "launched"),
                            ("adopted", "adopted"),
                            ("signed", "signed"),
                            ("in_force", "in force"),
                        ],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField()),
            ],
            options={
                "ordering": ["-day", "uid"],
            },
        ),
        migrations.CreateModel(
            name="PublishedParticipation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier")),
                ("sealed", models.TextField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "host"),
                            ("chair", "chair"),
                            ("incoming_presidency", "incoming presidency"),
                            ("participant", "participant"),
                            ("observer", "observer"),
                        ],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField()),
            ],
            options={
                "ordering": ["-day", "uid"],
            },
        ),
        migrations.CreateModel(
            name="PublishedSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier")),
                ("sealed", models.TextField()),
                ("session_uid", models.UUIDField(db_index=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting"),
                            ("press_conference", "press conference"),
                            ("doorstep", "doorstep statement"),
                            ("family_photo", "family photo"),
                            ("working_lunch", "working lunch"),
                            ("signing", "signing"),
                            ("bilateral", "bilateral meeting"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ["uid"],
            },
        ),
        migrations.CreateModel(
            name="PublishedVoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier")),
                ("agenda_item_uid", models.UUIDField(null=True)),
                ("day", models.DateField()),
            ],
            options={
                "ordering": ["-day", "uid"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="publishedmention",
            name="mention_is_of_a_person_or_a_party",
        ),
        migrations.AddField(
            model_name="publishedmention",
            name="dated_on",
            field=models.DateField(default=datetime.date(2000, 1, 1)),
            preserve_default=False,
        ),
        migrations.RunPython(date_mentions, migrations.RunPython.noop),
        migrations.AddField(
            model_name="publishedmention",
            name="group",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mentions",
                to="people.group",
            ),
        ),
        migrations.AddField(
            model_name="publishedmention",
            name="topic",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mentions",
                to="events.topic",
            ),
        ),
        migrations.AlterField(
            model_name="publishedmention",
            name="minister",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mentions",
                to="people.minister",
            ),
        ),
        migrations.AlterField(
            model_name="publishedmention",
            name="party",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mentions",
                to="people.party",
            ),
        ),
        migrations.RemoveIndex(model_name="publishedtext", name="published_text_by_date"),
        migrations.RemoveIndex(model_name="publishedstatement", name="published_statement_by_date"),
        migrations.AddIndex(
            model_name="publishedtext",
            index=models.Index(fields=["-dated_on", "shown_in"], name="text_by_date"),
        ),
        migrations.AddIndex(
            model_name="publishedstatement",
            index=models.Index(fields=["-said_on", "shown_in"], name="statement_by_date"),
        ),
        migrations.AddIndex(
            model_name="publishedmention",
            index=models.Index(fields=["minister", "-dated_on", "uid"], name="mention_of_minister"),
        ),
        migrations.AddIndex(
            model_name="publishedmention",
            index=models.Index(fields=["party", "-dated_on", "uid"], name="mention_of_party"),
        ),
        migrations.AddIndex(
            model_name="publishedmention",
            index=models.Index(fields=["group", "-dated_on", "uid"], name="mention_of_group"),
        ),
        migrations.AddIndex(
            model_name="publishedmention",
            index=models.Index(fields=["topic", "-dated_on", "uid"], name="mention_of_topic"),
        ),
        migrations.AddConstraint(
            model_name="publishedmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("group__isnull", True),
                        ("minister__isnull", False),
                        ("party__isnull", True),
                        ("topic__isnull", True),
                    ),
                    models.Q(
                        ("group__isnull", True),
                        ("minister__isnull", True),
                        ("party__isnull", False),
                        ("topic__isnull", True),
                    ),
                    models.Q(
                        ("group__isnull", False),
                        ("minister__isnull", True),
                        ("party__isnull", True),
                        ("topic__isnull", True),
                    ),
                    models.Q(
                        ("group__isnull", True),
                        ("minister__isnull", True),
                        ("party__isnull", True),
                        ("topic__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="mention_is_of_one",
            ),
        ),
        migrations.AddField(
            model_name="publishedagendaitem",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="published_items", to="events.forum"
            ),
        ),
        migrations.AddField(
            model_name="publishedagendaitem",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="press.publication"
            ),
        ),
        migrations.AddField(
            model_name="publishedagendaitem",
            name="topic",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_items",
                to="events.topic",
            ),
        ),
        migrations.AddField(
            model_name="publishedagreement",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="published_agreements", to="events.forum"
            ),
        ),
        migrations.AddField(
            model_name="publishedagreement",
            name="minister",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_agreements",
                to="people.minister",
            ),
        ),
        migrations.AddField(
            model_name="publishedagreement",
            name="party",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_agreements",
                to="people.party",
            ),
        ),
        migrations.AddField(
            model_name="publishedagreement",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="press.publication"
            ),
        ),
        migrations.AddField(
            model_name="publishedagreement",
            name="topic",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_agreements",
                to="events.topic",
            ),
        ),
        migrations.AddField(
            model_name="publishedparticipation",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="published_participations", to="events.forum"
            ),
        ),
        migrations.AddField(
            model_name="publishedparticipation",
            name="minister",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_participations",
                to="people.minister",
            ),
        ),
        migrations.AddField(
            model_name="publishedparticipation",
            name="party",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_participations",
                to="people.party",
            ),
        ),
        migrations.AddField(
            model_name="publishedparticipation",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="press.publication"
            ),
        ),
        migrations.AddField(
            model_name="publishedsession",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="published_sessions", to="events.forum"
            ),
        ),
        migrations.AddField(
            model_name="publishedsession",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="press.publication"
            ),
        ),
        migrations.AddField(
            model_name="publishedparticipation",
            name="session",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="participations",
                to="press.publishedsession",
            ),
        ),
        migrations.AddField(
            model_name="publishedvoice",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="published_voices", to="events.forum"
            ),
        ),
        migrations.AddField(
            model_name="publishedvoice",
            name="minister",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_voices",
                to="people.minister",
            ),
        ),
        migrations.AddField(
            model_name="publishedvoice",
            name="party",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_voices",
                to="people.party",
            ),
        ),
        migrations.AddField(
            model_name="publishedvoice",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="press.publication"
            ),
        ),
        migrations.AddField(
            model_name="publishedvoice",
            name="statement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="published_voices", to="events.statement"
            ),
        ),
        migrations.AddIndex(
            model_name="publishedagendaitem",
            index=models.Index(fields=["topic", "-day", "uid"], name="item_by_topic"),
        ),
        migrations.AddIndex(
            model_name="publishedagreement",
            index=models.Index(fields=["minister", "-day", "uid"], name="agreement_by_minister"),
        ),
        migrations.AddIndex(
            model_name="publishedagreement",
            index=models.Index(fields=["party", "-day", "uid"], name="agreement_by_party"),
        ),
        migrations.AddIndex(
            model_name="publishedagreement",
            index=models.Index(fields=["topic", "-day", "uid"], name="agreement_by_topic"),
        ),
        migrations.AddConstraint(
            model_name="publishedagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("minister__isnull", False), ("party__isnull", True), ("topic__isnull", True)),
                    models.Q(("minister__isnull", True), ("party__isnull", False), ("topic__isnull", True)),
                    models.Q(("minister__isnull", True), ("party__isnull", True), ("topic__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_is_of_one",
            ),
        ),
        migrations.AddIndex(
            model_name="publishedparticipation",
            index=models.Index(fields=["minister", "-day", "uid"], name="participation_by_minister"),
        ),
        migrations.AddIndex(
            model_name="publishedparticipation",
            index=models.Index(fields=["party", "-day", "uid"], name="participation_by_party"),
        ),
        migrations.AddConstraint(
            model_name="publishedparticipation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("minister__isnull", False), ("party__isnull", True)),
                    models.Q(("minister__isnull", True), ("party__isnull", False)),
                    _connector="OR",
                ),
                name="participation_is_of_one",
            ),
        ),
        migrations.AddIndex(
            model_name="publishedvoice",
            index=models.Index(fields=["minister", "-day", "uid"], name="voice_by_minister"),
        ),
        migrations.AddIndex(
            model_name="publishedvoice",
            index=models.Index(fields=["party", "-day", "uid"], name="voice_by_party"),
        ),
        migrations.AddIndex(
            model_name="publishedvoice",
            index=models.Index(fields=["minister", "forum"], name="voice_by_minister_forum"),
        ),
        migrations.AddIndex(
            model_name="publishedvoice",
            index=models.Index(fields=["minister", "agenda_item_uid"], name="voice_by_minister_agenda"),
        ),
        migrations.AddIndex(
            model_name="publishedvoice",
            index=models.Index(fields=["party", "forum"], name="voice_by_party_forum"),
        ),
        migrations.AddIndex(
            model_name="publishedvoice",
            index=models.Index(fields=["party", "agenda_item_uid"], name="voice_by_party_agenda"),
        ),
        migrations.AddConstraint(
            model_name="publishedvoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("minister__isnull", False), ("party__isnull", True)),
                    models.Q(("minister__isnull", True), ("party__isnull", False)),
                    _connector="OR",
                ),
                name="voice_is_of_one",
            ),
        ),
    ]
