"""The audit log of the working copy and of the front door: who did what, when and why."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group as Accounts
from django.contrib.auth.models import User
from django.db import DatabaseError

from events.models import Forum, Topic
from people.models import Minister, Party
from press import audit, front_door
from press.models import AuditEntry, PressPage, Publication
from tests.make import make_account, make_minister, make_party, make_press_page, publish
from tests.newsroom import entered, make_user, page_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    """Logged in as “admin”, and not in the log."""
    client.force_login(make_user())
    assert log() == [("admin", "logged_in", "", "")]
    AuditEntry.objects.none()
    return client


def log(*without):
    """Who did what to what and why, the oldest first."""
    entries = AuditEntry.objects.exclude(verb__in=without).order_by("pk")
    return [(entry.actor, entry.verb, entry.object_name, entry.reason) for entry in entries]


def work():
    return log("logged_in")


# The working copy ---------------------------------------------------------------------------------------------------


def test_added_record_is_logged_with_its_identifier(signed_in):
    send(signed_in, page_of(Topic, "add"), name_in_en="Migration", slug="migration")
    topic = Topic.objects.get()
    assert work() == [("admin", "added", "Migration", "")]
    entry = AuditEntry.objects.get(verb="added")
    assert (entry.object_kind, entry.object_uid) == ("events.topic", str(topic.uid))


def test_changed_record_is_logged_with_the_fields(signed_in):
    minister = make_minister()
    send(signed_in, page_of(Minister, "change", minister.pk), given_name="Alojz", sort_key="Hojs")
    assert work() == [("admin", "changed", "Alojz Hojs", "Changed Given name and Sort key.")]


def test_changed_rows_are_named(signed_in):
    party = make_party()
    send(signed_in, page_of(Party, "change", party.pk), names__0__short="Slovenija")
    (entry,) = work()
    assert entry[3] == "Changed Short form for name of a party “Slovenija (en)”."


def test_deleted_record_is_logged(signed_in):
    minister = make_minister()
    signed_in.post(page_of(Minister, "delete", minister.pk), {"post": "yes"})
    assert work() == [("admin", "deleted", "Aleš Hojs", "")]
    assert AuditEntry.objects.get(verb="deleted").object_uid == str(minister.uid)


@pytest.mark.parametrize("number", [1, 3])
def test_each_record_of_a_list_that_is_deleted_is_logged(signed_in, number):
    topics = [Topic.objects.create(slug=f"topic-{i}", name={"en": f"Topic {i}"}) for i in range(number)]
    sent = {"action": "delete_selected", "_selected_action": [topic.pk for topic in topics], "post": "yes"}
    signed_in.post(page_of(Topic, "changelist"), sent)
    assert not Topic.objects.exists()
    assert sorted(work()) == [("admin", "deleted", f"Topic {i}", "") for i in range(number)]


def test_what_is_not_deleted_is_not_logged(signed_in):
    publish(page := make_press_page())
    before = work()
    signed_in.post(page_of(PressPage, "delete", page.pk), {"post": "yes"})
    assert PressPage.objects.exists()
    assert work() == before


def test_refused_form_is_not_logged(signed_in):
    minister = make_minister()
    send(signed_in, page_of(Minister, "change", minister.pk), family_name="")
    signed_in.post(page_of(Minister, "change", minister.pk), {"family_name": "Without a version"})
    assert work() == []


def test_change_that_cannot_be_logged_is_not_made(signed_in, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("The disk is full.")

    minister, topic = make_minister(), Topic.objects.create(slug="migration", name={"en": "Migration"})
    form = entered(signed_in.get(page_of(Minister, "change", minister.pk)))
    monkeypatch.setattr(audit, "record", fail)
    for address, data in [
        (page_of(Minister, "change", minister.pk), form | {"given_name": ["Alojz"]}),
        (page_of(Topic, "add"), {"name:en": "Asylum", "slug": "asylum"}),
        (page_of(Minister, "delete", minister.pk), {"post": "yes"}),
        (
            page_of(Topic, "changelist"),
            {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"},
        ),
    ]:
        with pytest.raises(DatabaseError, match="The disk is full"):
            signed_in.post(address, data)
    assert Minister.objects.get().given_name == "Aleš"
    assert Topic.objects.get() == topic


def test_accounts_and_their_groups_are_logged(signed_in):
    editor = make_account("editor", is_superuser=False)
    address = page_of(User, "change", editor.pk)
    form = entered(signed_in.get(address)) | {"groups": [Accounts.objects.get_or_create(name="Editor")[0].pk]}
    assert signed_in.post(address, form).status_code == 302
    new = {"password1": "a long new secret", "password2": "a long new secret", "usable_password": "true"}
    signed_in.post(page_of(User, "change", editor.pk).replace("change", "password"), new)
    done = work()
    assert done[0] == ("admin", "changed", "editor", "Changed Groups.")
    assert all("secret" not in entry[3] for entry in done)


def test_log_is_shown_but_never_changed(signed_in):
    entry = AuditEntry.objects.get()
    assert "admin" in str(entry)
    with pytest.raises(DatabaseError, match="never changed or deleted"):
        AuditEntry.objects.update(actor="nobody")


# The front door -----------------------------------------------------------------------------------------------------


def test_login_and_logout_are_logged(client):
    User.objects.create_user("editor", password="demo-editor", is_staff=True)
    client.post("/admin/login/", {"username": "editor", "password": "demo-editor"})
    client.post("/admin/logout/")
    client.post("/admin/logout/")
    assert log() == [("editor", "logged_in", "", ""), ("editor", "logged_out", "", "")]


def test_failed_login_is_logged_without_the_password(client):
    User.objects.create_user("editor", password="demo-editor", is_staff=True)
    client.post("/admin/login/", {"username": "editor", "password": "canary-password"})
    client.post("/admin/login/", {"username": "nobody", "password": "canary-password"})
    assert log() == [("editor", "login_failed", "", ""), ("nobody", "login_failed", "", "")]
    assert "canary" not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ed\nitor", "editor"),
        ("editor\r\n2021-12-03 admin logged in", "editor2021-12-03 admin logged in"),
        ("\x1b[31meditor\x00\x7f", "[31meditor"),
        ("edi\u202etor\u2028\u2066", "editor"),
        ("edi\ud800tor", "editor"),
        ("x" * 200, "x" * 150),
        ("", ""),
        (None, ""),
        ("Жељко Š.", "Жељко Š."),
    ],
)
def test_typed_name_is_one_short_line(rf, typed, kept):
    front_door.log_failure(sender=None, credentials={"username": typed, "password": "canary"})
    assert log() == [(kept, "login_failed", "", "")]


def test_failure_without_a_name_is_logged(rf):
    assert authenticate(rf.get("/"), token="canary") is None
    assert log() == [("", "login_failed", "", "")]


@pytest.mark.parametrize("group", ["Editor", "Archivist"])
def test_denial_is_logged_once_with_the_address(client, group):
    client.force_login(make_user(group))
    publish(make_press_page())
    before = work()
    address = page_of(Publication, "delete", Publication.objects.get().pk)
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert work()[len(before) :] == [(group.lower(), "denied", "", f"POST {address}")]


def test_denied_form_is_logged_although_its_transaction_was_undone(client):
    client.force_login(make_user("Archivist"))
    address = page_of(Minister, "change", make_minister().pk)
    assert client.post(address, {"given_name": "Alojz"}).status_code == 403
    assert work() == [("archivist", "denied", "", f"POST {address}")]


def test_denial_that_a_verb_has_logged_is_not_logged_twice(client, monkeypatch):
    client.force_login(editor := make_user("Editor"))
    page = make_press_page()

    def deny(self, request, *args, **kwargs):
        from press import publishing

        publishing.check_permission("approve", request.user, page)

    monkeypatch.setattr("people.admin.NewsroomAdmin.changeform_view", deny)
    assert client.get(page_of(Forum, "add")).status_code == 403
    assert [entry[:2] for entry in work()] == [(editor.username, "denied")]


def test_visitor_who_is_asked_to_log_in_is_no_denial(client):
    assert client.get("/admin/").status_code == 302
    assert client.get("/en/nowhere/").status_code == 404
    assert log() == []


def test_address_in_a_denial_is_one_line(client):
    client.force_login(make_user("Archivist"))
    client.post("/admin/people/minister/add/%0Aadmin%20logged%20in/change/", {})
    client.post("/admin/people/minister/add/")
    assert all("\n" not in entry[3] for entry in work())
    assert work()[-1][1] == "denied"
