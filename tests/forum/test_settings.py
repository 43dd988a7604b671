"""A wrong value stops the start with one clear sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def start(**variables):
    """The last line that `manage.py check` prints, with only these variables set."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment | variables, capture_output=True, text=True
    )
    return done.returncode, (done.stderr or done.stdout).strip().splitlines()[-1]


def test_no_variable_is_needed():
    assert start() == (0, "System check identified no issues (0 silenced).")


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DEBUG": "false"}, "SECRET_KEY is missing. With DEBUG=false, set it to a long random text"),
        ({"DEBUG": "false", "SECRET_KEY": "x" * 50}, "ALLOWED_HOSTS is missing."),
        ({"DEBUG": "perhaps"}, "DEBUG is 'perhaps'. Set it to true or false."),
        ({"DATABASE_URL": "mysql://a:b@c/d"}, "DATABASE_URL must begin with sqlite:// or postgres://"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"TIME_ZONE": "Europe/Brdo"}, "TIME_ZONE 'Europe/Brdo' is unknown. Set it to something like Europe/Brussels."),
        ({"SITE_LANGUAGES": "en,klingon"}, "SITE_LANGUAGES holds an unknown language"),
        ({"SITE_LANGUAGES": ""}, "SITE_LANGUAGES is empty. Name at least one language, such as en."),
    ],
)
def test_wrong_value_stops_the_start(variables, sentence):
    code, line = start(**variables)
    assert code == 1
    assert sentence in line
