"""Every list, add and change page of the newsroom opens, with a saved record of every kind."""

import datetime
from html import unescape

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from events.models import DocumentFile
from people.models import Group, Minister
from press import previews
from press.admin import ReadOnly
from press.models import ReleaseSet
from tests.make import (
    make_account,
    make_agenda_item,
    make_forum,
    make_participation,
    make_party,
    make_photo,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_photo,
    show_statement,
)
from tests.newsroom import entered, make_user, page_of

OURS = [model for label in ("people", "events", "press") for model in apps.get_app_config(label).get_models()]
WORKING = [model for model in OURS if not isinstance(admin.site._registry.get(model), ReadOnly)]


@pytest.fixture(scope="module")
def everything(django_db_setup, django_db_blocker, tmp_path_factory):
    """At least one row of each model, made once for this module."""
    folder = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=folder):
            make_everything()
        yield folder
        transaction.set_rollback(True)


def make_everything():
    forum, slovenia = make_forum(), make_party()
    session = make_session(forum)
    item = make_agenda_item(forum, session=session)
    item.topics.create(slug="migration", name={"en": "Migration"})
    make_participation(forum)
    Minister.objects.get().aliases.create(slug="hojs")
    forum.former_dates.create(starts_on="2021-10-01", ends_on="2021-10-02")
    document = forum.documents.create(title={"en": "Programme"})
    file = DocumentFile(document=document, language="en", file=SimpleUploadedFile("programme.pdf", b"%PDF"))
    file.clean()
    file.save()
    agreement = forum.agreements.create(title={"en": "Protocol"}, kind="protocol", status="signed")
    agreement.signatures.create(party=slovenia)
    slovenia.notes.create(language="en", text="A note")
    slovenia.presidency_terms.create(starts_on="2021-07-01", ends_on="2021-12-31")
    Group.objects.create(code="members", name={"en": "Member states"}).memberships.create(party=slovenia)
    publish(forum)
    page = make_press_page(forum=forum)
    page.videos.create(title={"en": "Press conference"}, url="https://example.org/video")
    page.documents.add(document)
    show_photo(page, make_photo())
    show_statement(page, make_statement(forum, session=session, agenda_item=item))
    previews.make(publish(page), "Ana Kovač, STA", make_account(), timezone.now() + datetime.timedelta(hours=1))
    page.not_statements.create(language="en", words="Fortress Europe")
    ReleaseSet.objects.create(name="Outcome", planned_for="2021-12-03T16:40Z")


@pytest.fixture(autouse=True)
def logged_in(everything, client, db, settings):
    settings.MEDIA_ROOT = everything
    client.force_login(make_user())


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_list_and_change_pages_open(client, model):
    assert client.get(page_of(model, "changelist")).status_code == 200
    assert client.get(page_of(model, "changelist"), {"q": "Hojš Brdo (1)"}).status_code == 200
    response = client.get(page_of(model, "change", model.objects.first().pk))
    assert response.status_code == 200
    assert str(model._meta.verbose_name) in unescape(response.content.decode())


@pytest.mark.parametrize("model", WORKING, ids=lambda model: model.__name__)
def test_add_page_opens_and_comes_back_when_it_is_sent_empty(client, model):
    response = client.get(page_of(model, "add"))
    assert response.status_code == 200
    assert client.post(page_of(model, "add"), entered(response)).status_code in (200, 302)


@pytest.mark.parametrize("model", WORKING, ids=lambda model: model.__name__)
def test_record_is_saved_as_it_was_shown(client, model):
    record = model.objects.first()
    before = model.objects.filter(pk=record.pk).values().get()
    response = client.get(page_of(model, "change", record.pk))
    response = client.post(page_of(model, "change", record.pk), entered(response))
    assert response.status_code == 302
    after = model.objects.filter(pk=record.pk).values().get()
    assert after | {"changed": None} == before | {"changed": None}


def test_index_shows_what_editors_look_for_first(client):
    page = client.get("/admin/").content.decode()
    assert page.index("Press pages") < page.index("Photos") < page.index("Forums") < page.index("Ministers")
    assert "Texts of press pages" not in page
