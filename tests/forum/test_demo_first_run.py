"""`manage.py demo` where it has not run yet: it keeps away from a public site, and takes in what is there."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from events.models import Forum
from people.models import Minister, Party


def test_public_site_is_left_alone(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match=r"passwords everybody can read .* --even-in-production"):
        call_command("demo", stdout=io.StringIO())
    assert not User.objects.exists() and not Party.objects.exists()


def test_records_made_by_hand_are_recognised_by_their_address(db, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    slovenia = Party.objects.create(code="SI", kind=Party.Kind.STATE)
    hojs = Minister.objects.create(family_name="Hojs", slug="ales-hojs")
    call_command("demo", even_in_production=True, stdout=io.StringIO())
    assert Forum.objects.get(slug="2021-brdo").country == slovenia
    assert hojs.mandates.count() == 2
