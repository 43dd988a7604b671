"""Every change form of the newsroom, with the demo's records: without its version it is not saved, with it it is."""

import pytest
from django.contrib import admin

from events.models import AgendaItem, Forum, Session, Statement, Topic
from people.admin import NewsroomAdmin
from people.models import Group, Minister, Party
from people.versions import FIELD
from press.models import Photo, PressPage, PressPageText
from tests.newsroom import entered, make_user, page_of

AMONG_THEM = {AgendaItem, Forum, Group, Minister, Party, Photo, PressPage, PressPageText, Session, Statement, Topic}


@pytest.mark.thorough
def test_every_change_form_of_the_newsroom_carries_a_version(demo, client):
    client.force_login(make_user())
    seen = set()
    for model, page in admin.site._registry.items():
        record = model._default_manager.first()
        if not isinstance(page, NewsroomAdmin) or record is None:
            continue
        address = page_of(model, "change", record.pk)
        form = entered(client.get(address))
        without = client.post(address, {name: values for name, values in form.items() if name != FIELD})
        if without.status_code == 403:  # what nobody may change
            continue
        assert without.context_data["conflict"], model
        assert client.post(address, form).status_code == 302, model
        seen.add(model)
    assert seen >= AMONG_THEM
