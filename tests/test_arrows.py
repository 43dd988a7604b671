"""forum ► archive ► press ► events ► people: an import may only point right."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ["forum", "archive", "press", "events", "people"]


def imported_packages(source):
    """The packages of ours that a module's source names in an import, at any depth, or in a lazy model reference."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "ForeignKey",
            "ManyToManyField",
            "OneToOneField",
            "get_model",
            "import_module",
        ):
            names = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        else:
            continue
        yield from (name.split(".")[0] for name in names if name.split(".")[0] in ORDER)


def wrong_arrows(package, source):
    return [name for name in imported_packages(source) if ORDER.index(name) < ORDER.index(package)]


@pytest.mark.parametrize("package", ORDER)
def test_imports_point_right_only(package):
    files = [path for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts]
    assert files
    wrong = {str(path.relative_to(ROOT)): wrong_arrows(package, path.read_text()) for path in files}
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "from press.models import Publication",
        "import press",
        "def later():\n    from press import publishing",
        "page = models.ForeignKey('press.PressPage', models.CASCADE)",
        "apps.get_model('press', 'PressPage')",
    ],
)
def test_planted_import_to_the_left_is_found(planted):
    assert wrong_arrows("events", planted) == ["press"]


def test_planted_import_to_the_right_is_allowed():
    assert wrong_arrows("press", "from events.models import Forum") == []
