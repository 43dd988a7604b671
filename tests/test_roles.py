"""What each group of the newsroom may open and send."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

from events.models import Forum
from people.models import Minister
from press.models import PressPage, Publication
from tests.make import make_minister, make_press_page, publish
from tests.newsroom import make_user, page_of, send

pytestmark = pytest.mark.django_db
GROUPS = ["Editor", "Chief editor", "Archivist"]


def permissions(group):
    return {f"{p.content_type.app_label}.{p.codename}" for p in Group.objects.get(name=group).permissions.all()}


def test_archivist_views_everything_and_changes_nothing():
    assert {name.split(".")[1].split("_")[0] for name in permissions("Archivist")} == {"view"}
    assert {name.split(".")[0] for name in permissions("Archivist")} == {"people", "events", "press"}


def test_chief_editor_is_an_editor_who_publishes():
    assert permissions("Chief editor") - permissions("Editor") == {"press.release_publication"}
    assert "events.change_forum" in permissions("Editor")


@pytest.mark.parametrize("group", GROUPS)
def test_nobody_changes_what_was_published(group):
    sealed = [name for name in permissions(group) if "_publi" in name and not re.search("submit_|release_", name)]
    assert sealed
    assert {name.split(".")[1].split("_")[0] for name in sealed} == {"view"}


def test_groups_go_when_their_migration_is_undone():
    import_module("press.migrations.0002_newsroom_groups").remove_groups(apps, connection.schema_editor())
    assert not Group.objects.filter(name__in=GROUPS).exists()


@pytest.mark.parametrize("group", GROUPS)
def test_group_opens_lists_and_records(client, group):
    client.force_login(make_user(group))
    page = make_press_page()
    assert client.get("/admin/").status_code == 200
    for address in (page_of(Forum, "changelist"), page_of(PressPage, "change", page.pk)):
        assert client.get(address).status_code == 200


def test_archivist_cannot_save(client):
    client.force_login(make_user("Archivist"))
    minister = make_minister()
    response = client.post(page_of(Minister, "change", minister.pk), {"family_name": "Changed"})
    assert response.status_code == 403
    assert client.get(page_of(Minister, "add")).status_code == 403
    assert Minister.objects.get().family_name == "Hojs"


def test_editor_saves(client):
    client.force_login(make_user("Editor"))
    minister = make_minister()
    response = send(client, page_of(Minister, "change", minister.pk), other_spellings="Ales Hojs")
    assert response.status_code == 302
    assert Minister.objects.get().other_spellings == "Ales Hojs"


@pytest.mark.parametrize(("group", "status"), [("Editor", 302), ("Chief editor", 302), ("Archivist", 403)])
def test_editors_submit_and_nothing_is_public_by_that(client, group, status):
    client.force_login(make_user(group))
    page = make_press_page()
    assert client.post(page_of(PressPage, "submit", page.pk)).status_code == status
    assert Publication.objects.waiting().exists() == (status == 302)
    assert not Publication.objects.visible().exists()


@pytest.mark.parametrize(("group", "offered"), [("Editor", True), ("Chief editor", True), ("Archivist", False)])
def test_submitting_is_offered_to_those_who_may(client, group, offered):
    client.force_login(make_user(group))
    page = make_press_page()
    assert (
        page_of(PressPage, "submit", page.pk) in client.get(page_of(PressPage, "change", page.pk)).content.decode()
    ) == offered
    assert ("submit_selected" in client.get(page_of(PressPage, "changelist")).content.decode()) == offered


@pytest.mark.parametrize("group", GROUPS)
def test_everybody_in_the_newsroom_previews(client, group):
    client.force_login(make_user(group))
    page = make_press_page()
    response = client.get(page_of(PressPage, "preview", page.pk, "en"))
    assert "Ministers meet at Brdo" in response.content.decode()


@pytest.mark.parametrize("group", [*GROUPS, None])
def test_publication_is_shown_but_not_changed(client, group):
    client.force_login(make_user(group))
    publication = publish(make_press_page())
    address = page_of(Publication, "change", publication.pk)
    assert publication.digest in client.get(address).content.decode()
    assert client.post(address, {"note": "Changed"}).status_code == 403
    assert client.post(page_of(Publication, "delete", publication.pk), {"post": "yes"}).status_code == 403
    assert client.get(page_of(Publication, "add")).status_code == 403


@pytest.mark.parametrize("address", ["preview/en/", "submit/"])
def test_visitors_are_sent_to_the_login(client, address):
    page = make_press_page()
    response = client.get(f"/admin/press/presspage/{page.pk}/{address}")
    assert response["Location"].startswith("/admin/login/")
