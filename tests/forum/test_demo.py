"""`manage.py demo`: a second run enters only what is missing, and each run says where to look."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command

from events.models import Forum, Session
from people.clock import as_of
from people.models import Party
from people.record import Record
from press import publishing
from press.models import AuditEntry, PressPage, Publication
from tests.test_leaks import crawl, words

PAGE = "/en/press/2021/western-balkans-ministers-back-joint-management-of-migration-and-security/"
SKOPJE = "two-days-in-skopje-from-the-courts-to-the-borders"
JUSTICE = "justice-ministers-close-the-forum-at-brdo"
TIRANA = "tirana-forum-launches-a-partnership-against-the-smuggling-of-migrants"
ADVISORY = "media-advisory-ministers-meet-at-brdo"
RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def enter_again():
    call_command("demo", even_in_production=True, stdout=io.StringIO())


def everything():
    """Every row of the demo with the time of its last change, the publications and the accounts."""
    rows = {model: sorted(model.objects.values_list("uid", "changed")) for model in RECORDS}
    rows[Publication] = sorted(Publication.objects.order_by("uid").values_list("uid", "digest", "visible_until"))
    rows[AuditEntry] = sorted(AuditEntry.objects.values_list("uid", "verb"))
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


def states(slug):
    """The kind and the state of each version of a press page, the oldest first."""
    versions = Publication.objects.filter(press_page__slug=slug).order_by("number")
    return [(version.kind, version.state) for version in versions]


def test_published_are_the_forums_but_not_the_draft(demo):
    published = Publication.objects.visible().exclude(forum=None)
    assert sorted(published.values_list("forum__slug", flat=True)) == [
        "2019-skopje",
        "2021-brdo",
        "2021-videoconference",
        "2022-tirana",
    ]
    draft = PressPage.objects.get(publications=None)
    assert [text.state for text in draft.texts.all()] == ["draft"]


def test_press_pages_show_the_life_of_a_publication(demo):
    assert {slug: states(slug) for slug in PressPage.objects.values_list("slug", flat=True)} == {
        PAGE.split("/")[-2]: [("first", "visible")],
        SKOPJE: [("first", "replaced"), ("typo", "visible")],
        JUSTICE: [("first", "embargoed")],
        TIRANA: [("first", "visible"), ("translation", "waiting")],
        ADVISORY: [("first", "replaced"), ("withdrawal", "visible")],
        "ministers-speak-about-the-protection-of-children": [],
    }


def test_every_version_was_prepared_by_the_editor_and_approved_by_the_chief(demo):
    assert set(Publication.objects.approved().values_list("prepared_by", "approved_by")) == {("editor", "chief")}
    assert Publication.objects.get(press_page__slug=JUSTICE).is_embargo
    assert AuditEntry.objects.filter(verb="approved").count() == Publication.objects.approved().count()


def test_corrected_page_says_what_was_wrong_and_keeps_the_first_version(demo, client):
    address = f"/en/press/2019/{SKOPJE}/"
    page = client.get(address).content.decode()
    note = "The place in the dateline was misspelt. It is Skopje, not Skopie."
    assert note in page
    assert "Skopie" not in page.replace(note, "")
    assert "Skopie" in client.get(f"{address}v/1/").content.decode()
    assert SKOPJE in client.get("/en/corrections/").content.decode()


def test_withdrawn_page_is_gone_and_says_why(demo, client):
    response = client.get(f"/en/press/2021/{ADVISORY}/")
    assert response.status_code == 410
    assert "The press release of 2 December 2021 replaces this advisory." in response.content.decode()


HIDDEN = {
    "under embargo": "Justice ministers close the forum at Brdo",
    "not approved": "le forum lance un partenariat",
    "withdrawn": "Media advisory: ministers meet",
    "a draft": "Ministers speak about the protection of children",
}


@pytest.mark.thorough
def test_words_that_are_not_visible_are_on_no_public_page(demo, client):
    pages = {address: words(response) for address, response in crawl(client).items()}
    assert len(pages) > 50
    assert [address for address, text in pages.items() if "two days in skopje" in text]
    for why, hidden in HIDDEN.items():
        assert [address for address, text in pages.items() if hidden.lower() in text] == [], why
    for address in (JUSTICE, "ministers-speak-about-the-protection-of-children"):
        assert client.get(f"/en/press/2021/{address}/").status_code == 404


def test_embargoed_words_are_on_public_pages_after_the_embargo(demo, client):
    with as_of(Publication.objects.embargoed().get().visible_from):
        for address in (f"/en/press/2021/{JUSTICE}/", "/en/press/", "/en/press/?q=judicial+training"):
            assert HIDDEN["under embargo"] in client.get(address).content.decode()


def test_translations_are_made_from_the_original(demo):
    texts = [text for page in PressPage.objects.all() for text in page.texts.exclude(language=page.original_language)]
    assert len(texts) == 7
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


def test_second_run_leaves_what_the_newsroom_decided(demo):
    chief = User.objects.get(username="chief")
    publishing.send_back(Publication.objects.waiting().get(), by=chief, reason="One word is missing.")
    publishing.cancel(Publication.objects.embargoed().get(), by=chief, reason="The ministers asked for it.")
    before = everything()
    enter_again()
    assert everything() == before


def test_password_that_somebody_changed_stays(demo):
    editor = User.objects.get(username="editor")
    editor.set_password("a better one")
    editor.save()
    enter_again()
    assert User.objects.get(username="editor").check_password("a better one")
