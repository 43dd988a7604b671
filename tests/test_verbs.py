"""Who may do what with a publication: every verb, every role, as one table. What is not in the table is a failure."""

import datetime
import inspect
import types
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from press import previews, publishing, ruling
from press.models import AuditEntry, NotAStatement, PreviewLink, Publication, ReleaseSet
from tests.make import make_account, make_press_page
from tests.newsroom import make_user

pytestmark = pytest.mark.django_db
ROLES = ["Editor", "Chief editor", "Archivist", "staff", "visitor"]
EDITORS, CHIEFS = {"Editor", "Chief editor"}, {"Chief editor"}
MAY = {
    "submit": EDITORS,
    "take_back": EDITORS,
    "send_back": CHIEFS,
    "approve": CHIEFS,
    "reschedule": CHIEFS,
    "cancel": CHIEFS,
    "release_set": CHIEFS,
    "make a preview link": EDITORS,
    "revoke a preview link": EDITORS,
    "rule on a quotation": EDITORS,
    "undo a ruling": EDITORS,
}
"""The table: which of the roles may use each verb. Nobody else may."""
CELLS = [(verb, role) for verb in MAY for role in ROLES]
SOON = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def groups(db):
    """As the migration makes them; a browser test in the same process empties the whole database."""
    import_module("press.migrations.0002_newsroom_groups").create_groups(apps, connection.schema_editor())


def member(role):
    """Somebody in a role: a member of a group, staff without a group, or an account that is nothing."""
    if role in ("staff", "visitor"):
        return User.objects.create_user(role, is_staff=role == "staff")
    return make_user(role)


def candidate_of(account, **changes):
    return publishing.submit(make_press_page(), by=account, **changes)


def approved(candidate, **changes):
    return publishing.approve(candidate, by=make_account("another-chief"), digest=candidate.digest, **changes)


def embargoed():
    return approved(candidate_of(make_account("preparer")), at=timezone.now() + SOON)


def prepared(verb, who):
    """A function that uses the verb as `who`; all that it needs is there."""
    if verb == "submit":
        page = make_press_page()
        return lambda: publishing.submit(page, by=who)
    if verb == "take_back":
        candidate = candidate_of(make_account("preparer"))
        if who.has_perm("press.submit_publication"):  # only one's own can be taken back
            publishing.take_back(candidate, by=make_account("preparer"))
            candidate = publishing.submit(candidate.subject, by=who)
        return lambda: publishing.take_back(candidate, by=who)
    if verb == "send_back":
        candidate = candidate_of(make_account("preparer"))
        return lambda: publishing.send_back(candidate, by=who, reason="Too long.")
    if verb == "approve":
        candidate = candidate_of(make_account("preparer"))
        return lambda: publishing.approve(candidate, by=who, digest=candidate.digest)
    if verb == "reschedule":
        publication = embargoed()
        return lambda: publishing.reschedule(publication, by=who, at=timezone.now() + 2 * SOON)
    if verb == "cancel":
        publication = embargoed()
        return lambda: publishing.cancel(publication, by=who, reason="Not today.")
    if verb == "release_set":
        together = ReleaseSet.objects.create(name="Outcome")
        approved(candidate_of(make_account("preparer"), release_set=together))
        return lambda: publishing.release_set(together, by=who)
    if verb == "rule on a quotation":
        page = make_press_page()
        return lambda: ruling.rule(page, "en", "Fortress Europe", by=who)
    if verb == "undo a ruling":
        ruled = ruling.rule(make_press_page(), "en", "Fortress Europe", by=make_account("preparer"))
        return lambda: ruling.undo(ruled, by=who)
    publication = embargoed()
    if verb == "make a preview link":
        return lambda: previews.make(publication, "A. Reader", by=who, expires_at=timezone.now() + SOON)
    link, _token = previews.make(
        publication, "A. Reader", by=make_account("preparer"), expires_at=timezone.now() + SOON
    )
    assert verb == "revoke a preview link"
    return lambda: previews.revoke(link, by=who)


def newsroom():
    """All that the verbs can change."""
    models = (Publication, PreviewLink, ReleaseSet, NotAStatement)
    return [list(model.objects.order_by("pk").values()) for model in models]


def entries():
    return list(AuditEntry.objects.order_by("pk").values_list("actor", "verb"))


def is_refused(client, address, data):
    """Send a form that nobody was shown: whether it was refused, or sent to the login, and changed nothing."""
    before = newsroom()
    response = client.post(address, data)
    at_login = response.status_code == 302 and response["Location"].startswith("/admin/login/")
    return (response.status_code == 403 or at_login) and newsroom() == before


def test_every_verb_has_a_row():
    links = {"make a preview link", "revoke a preview link"}
    rulings = {"rule on a quotation", "undo a ruling"}
    assert set(MAY) == set(publishing.WHO_MAY) | links | rulings


def test_every_function_that_writes_the_audit_log_is_a_verb():
    """A new verb cannot be forgotten in `WHO_MAY`: whatever writes the log is called by its name there."""
    writing = {
        name
        for name, one in vars(publishing).items()
        if isinstance(one, types.FunctionType) and "AuditEntry.Verb" in inspect.getsource(one)
    }
    assert writing - {"check_permission"} == set(publishing.WHO_MAY)


@pytest.mark.parametrize(("verb", "role"), CELLS)
def test_verb_is_for_those_in_the_table(verb, role):
    who = member(role)
    use = prepared(verb, who)
    before, logged = newsroom(), entries()
    if role in MAY[verb]:
        use()
        assert newsroom() != before
        assert [actor for actor, _verb in entries()[len(logged) :]] == [who.username]
    else:
        with pytest.raises(PermissionDenied):
            use()
        assert newsroom() == before
        assert entries() == [*logged, (who.username, "denied")]


def test_account_that_was_closed_may_nothing():
    who, candidate = make_user("Chief editor", is_active=False), candidate_of(make_account("preparer"))
    with pytest.raises(PermissionDenied):
        publishing.approve(candidate, by=who, digest=candidate.digest)
    with pytest.raises(PermissionDenied):
        publishing.submit(candidate.subject, by=who)


def test_chief_editor_cannot_approve_her_own_candidate():
    chief = make_user("Chief editor")
    candidate = candidate_of(chief)
    before = newsroom()
    with pytest.raises(PermissionDenied, match="Somebody else must approve it"):
        publishing.approve(candidate, by=chief, digest=candidate.digest)
    assert newsroom() == before
    assert entries()[-1] == ("chief-editor", "denied")
    approved(candidate)
    assert Publication.objects.visible().get() == candidate


@pytest.mark.parametrize("role", sorted(set(ROLES) - CHIEFS))
def test_forged_post_changes_no_publication(client, role):
    publication = embargoed()
    client.force_login(member(role))
    for page, data in (("delete", {"post": "yes"}), ("change", {"note": "Changed", "visible_from_0": "2021-01-01"})):
        address = f"/admin/press/publication/{publication.pk}/{page}/"
        assert is_refused(client, address, data)
