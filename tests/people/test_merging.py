"""Two records of one person become one: everything moves, every place is shown first, every address goes on working."""

import datetime

import pytest
from django.core import serializers

from people import merging
from people.models import Mandate, Minister, MinisterAlias
from press import published_index
from press.models import AuditEntry, Publication, PublishedStatement
from tests.make import (
    make_account,
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_photo,
    make_press_page,
    make_statement,
    publish,
    show_statement,
)
from tests.newsroom import entered, make_user, page_of

pytestmark = pytest.mark.django_db
REASON = "The state's own page says that both are one person."


@pytest.fixture
def kept():
    return make_minister(other_spellings="Алеш Хојс")


@pytest.fixture
def double():
    """A second record of the same person, which a statement, a participation, a photo and a published page name."""
    double = make_minister(given_name="A.", family_name="Hojs", slug="hojs", other_spellings="Hojs Ales")
    mandate = make_mandate(double, starts_on=datetime.date(2021, 1, 1))
    forum = make_forum()
    make_participation(forum, mandate=mandate, role="chair")
    make_photo().shown.add(double)
    page = make_press_page(forum=forum)
    show_statement(page, make_statement(forum, mandate=mandate))
    publish(page)
    return double


def merge(absorbed, kept):
    return merging.merge(absorbed, kept, make_account(), REASON)


def listed(minister):
    """The places that point at a person, in words."""
    return {str(name): [str(row) for row in rows] for name, rows in merging.places(minister)}


def test_places_name_everything_that_points_at_the_person(double):
    found = listed(double)
    assert {name: len(rows) for name, rows in found.items()} == {
        "mandates": 1,
        "photos": 1,
        "publications": 1,
        "participations": 1,
        "voices": 1,
    }
    assert found["publications"] == ["press/2021/ministers-meet-at-brdo, 1"]


def test_merge_moves_every_place_to_the_record_that_stays(kept, double):
    before = listed(double)
    merge(double, kept)
    after = listed(kept)
    assert after.pop("former addresses of people") == ["hojs → Aleš Hojs"]
    assert {name: len(rows) for name, rows in after.items()} == {name: len(rows) for name, rows in before.items()}
    assert not Minister.objects.filter(slug="hojs").exists()


def test_index_of_what_is_published_follows_the_merge(kept, double):
    merge(double, kept)
    assert published_index.is_whole(Publication.objects.get())
    assert set(PublishedStatement.objects.values_list("minister__slug", flat=True)) == {"ales-hojs"}


def test_merge_is_logged_with_its_reason(kept, double):
    uid = double.uid
    merge(double, kept)
    entry = AuditEntry.objects.get(verb="merged")
    assert (entry.actor, entry.object_name, entry.reason) == ("editor", "Aleš Hojs", REASON)
    assert str(uid) in entry.detail


def test_merge_joins_the_spellings_and_search_finds_them_all(kept, double):
    merge(double, kept)
    assert Minister.objects.get().other_spellings.splitlines() == ["Алеш Хојс", "A. Hojs", "Hojs Ales"]
    assert Minister.objects.named("a. hojs").get() == kept


def test_merge_changes_no_byte_of_what_was_sealed(client, kept, double):
    address = "/en/press/2021/ministers-meet-at-brdo/"
    before = client.get(address).content
    assert b"/en/people/hojs/" in before
    merge(double, kept)
    assert client.get(address).content == before


def test_former_address_leads_to_the_person(client, kept, double):
    merge(double, kept)
    response = client.get("/en/people/hojs/?topic=migration")
    assert (response.status_code, response["Location"]) == (302, "/en/people/ales-hojs/?topic=migration")
    assert "Statements" in client.get(response["Location"]).content.decode()


def test_former_address_of_a_person_who_is_not_public_leads_nowhere(client, kept):
    double = make_minister(slug="hojs")
    merge(double, kept)
    assert client.get("/en/people/hojs/").status_code == 404


def test_uid_of_the_record_that_went_stays_known(kept, double):
    uid = str(double.uid)
    merge(double, kept)
    assert Minister.objects.known_as([uid, kept.uid]) == {uid: kept, str(kept.uid): kept}
    assert Minister.objects.get_by_natural_key(uid) == kept


def test_fixture_that_names_the_record_that_went_loads_into_the_one_that_stays(kept, double):
    written = serializers.serialize(
        "json", Mandate.objects.all(), use_natural_foreign_keys=True, use_natural_primary_keys=True
    )
    merge(double, kept)
    for row in serializers.deserialize("json", written):
        row.save()
    assert Mandate.objects.get().minister == kept


def test_merge_of_three_leads_from_every_address_to_the_last(client, kept, double):
    third = make_minister(slug="third")
    merge(double, third)
    merge(third, kept)
    assert {alias.slug: alias.minister for alias in MinisterAlias.objects.all()} == {"hojs": kept, "third": kept}


def test_record_is_not_merged_with_itself(kept):
    with pytest.raises(ValueError, match="itself"):
        merge(kept, kept)


def test_changed_slug_leaves_a_redirect(client, double):
    double.slug = "ales-hojs-of-slovenia"
    double.save()
    assert client.get("/en/people/hojs/")["Location"] == "/en/people/ales-hojs-of-slovenia/"


def test_address_leads_to_a_new_person_of_that_name_once_they_are_public(client, double):
    double.slug = "moved"
    double.save()
    namesake = make_minister(slug="hojs")
    assert client.get("/en/people/hojs/")["Location"] == "/en/people/moved/"
    mandate = make_mandate(namesake, title={"en": "Minister of Defence"}, starts_on=datetime.date(2021, 1, 1))
    page = make_press_page(slug="another", forum=make_forum(slug="other"))
    show_statement(page, make_statement(page.forum, "Another word.", mandate=mandate))
    publish(page)
    assert "Minister of Defence" in client.get("/en/people/hojs/").content.decode()


def test_record_with_overlapping_mandates_of_one_office_is_merged(kept, double):
    for start in (datetime.date(2018, 1, 1), datetime.date(2018, 6, 1)):
        make_mandate(double, starts_on=start, ends_on=datetime.date(2018, 12, 31), office="interior-minister")
    merge(double, kept)
    assert sorted(kept.mandates.values_list("office", flat=True)) == ["", "interior-minister", "interior-minister"]


def test_alias_of_a_merge_is_not_deleted(client, kept, double):
    double.aliases.create(slug="typed-by-hand")
    merge(double, kept)
    client.force_login(make_user())
    answers = {
        alias.slug: client.post(page_of(MinisterAlias, "delete", alias.pk), {"post": "yes"}).status_code
        for alias in MinisterAlias.objects.all()
    }
    assert answers == {"hojs": 403, "typed-by-hand": 302}


# The newsroom's page ------------------------------------------------------------------------------------------------


def address_of(minister):
    return page_of(Minister, "merge", minister.pk)


def test_page_shows_every_place_before_it_merges(client, kept, double):
    client.force_login(make_user())
    response = client.post(address_of(kept), {"absorbed": double.pk, "reason": REASON})
    page = response.content.decode()
    assert "Merge for good" in page
    assert "press/2021/ministers-meet-at-brdo, 1" in page
    assert Minister.objects.filter(pk=double.pk).exists()
    assert entered(response)["seen"] == [response.context_data["shown"]]
    confirmed = {"absorbed": double.pk, "reason": REASON, "seen": response.context_data["shown"]}
    assert client.post(address_of(kept), confirmed).status_code == 302
    assert not Minister.objects.filter(pk=double.pk).exists()


def test_page_shows_the_places_again_if_another_one_has_come(client, kept, double):
    client.force_login(make_user())
    shown = client.post(address_of(kept), {"absorbed": double.pk, "reason": REASON}).context_data["shown"]
    make_photo().shown.add(double)
    response = client.post(address_of(kept), {"absorbed": double.pk, "reason": REASON, "seen": shown})
    assert "Other places are affected than those that were shown." in response.content.decode()
    assert Minister.objects.filter(pk=double.pk).exists()


def test_page_wants_a_reason_and_another_record_and_keeps_what_was_typed(client, kept, double):
    client.force_login(make_user())
    assert "This field is required." in client.post(address_of(kept), {"absorbed": double.pk}).content.decode()
    response = client.post(address_of(kept), {"absorbed": kept.pk, "reason": REASON})
    assert "This is the record that stays. Choose the other one." in response.content.decode()
    assert entered(response)["reason"] == [REASON]


def test_archivist_may_not_merge(client, kept, double):
    client.force_login(make_user("Archivist"))
    assert client.get(address_of(kept)).status_code == 403
    assert client.post(address_of(kept), {"absorbed": double.pk, "reason": REASON}).status_code == 403
    assert Minister.objects.count() == 2
