"""`manage.py demo`: a second run enters only what is missing, and each run says where to look."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command

from events.models import Forum, Session
from people.models import Party
from people.record import Record
from press.models import PressPage, Publication

PAGE = "/en/press/2021/western-balkans-ministers-back-joint-management-of-migration-and-security/"
RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def enter_again():
    call_command("demo", even_in_production=True, stdout=io.StringIO())


def everything():
    """Every row of the demo with the time of its last change, the publications and the accounts."""
    rows = {model: sorted(model.objects.values_list("uid", "changed")) for model in RECORDS}
    rows[Publication] = sorted(Publication.objects.values_list("uid", "digest", "visible_until"))
    rows[User] = sorted(User.objects.values_list("username", "password"))
    return rows


def test_second_run_changes_nothing(demo):
    before = everything()
    enter_again()
    assert everything() == before
    assert all(before[model] for model in (Forum, Session, PressPage, Publication, User))


def test_second_run_leaves_what_an_editor_changed(demo):
    Party.objects.get(code="SI").names.filter(language="en").update(short="Slovenia, changed")
    Session.objects.get(forum__slug="2021-brdo", slug="justice").delete()
    PressPage.objects.filter(publications=None).update(slug="another-slug")
    before = everything()
    enter_again()
    assert everything() == before


def test_run_enters_a_record_that_is_missing_again(demo):
    PressPage.objects.get(publications=None).delete()
    enter_again()
    assert PressPage.objects.filter(publications=None).count() == 1


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_records_pass_the_checks_of_the_admin(demo, model):
    for row in model.objects.all():
        try:
            row.full_clean()
        except ValidationError as error:
            pytest.fail(f"{row!r}: {error}")


def test_published_are_the_forums_and_their_pages_but_not_the_draft(demo):
    published = Publication.objects.visible()
    assert sorted(published.exclude(forum=None).values_list("forum__slug", flat=True)) == [
        "2019-skopje",
        "2021-brdo",
        "2021-videoconference",
        "2022-tirana",
    ]
    assert published.exclude(press_page=None).count() == 3
    draft = PressPage.objects.get(publications=None)
    assert [text.state for text in draft.texts.all()] == ["draft"]


def test_translations_are_made_from_the_original(demo):
    texts = [text for page in PressPage.objects.all() for text in page.texts.exclude(language=page.original_language)]
    assert len(texts) == 6
    assert all(text.translated_from == text.press_page.original_text().digest() for text in texts)


def test_output_names_the_page_the_admin_and_the_logins(demo, client, settings):
    assert f"{settings.SITE_URL}{PAGE}" in demo
    assert f"{settings.SITE_URL}/admin/" in demo
    for name in ("editor", "chief", "archivist"):
        assert f"{name} / demo-{name}" in demo
        assert client.login(username=name, password=f"demo-{name}")
        assert client.get("/admin/").status_code == 200


def test_logins_belong_to_their_groups(demo):
    groups = {user.username: list(user.groups.values_list("name", flat=True)) for user in User.objects.all()}
    assert groups == {"editor": ["Editor"], "chief": ["Chief editor"], "archivist": ["Archivist"]}
    assert not User.objects.filter(is_superuser=True).exists()


def test_password_that_somebody_changed_stays(demo):
    editor = User.objects.get(username="editor")
    editor.set_password("a better one")
    editor.save()
    enter_again()
    assert User.objects.get(username="editor").check_password("a better one")
