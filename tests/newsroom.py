"""How a test sits in the newsroom: as a member of a group, at a form that it reads as a browser would."""

from html.parser import HTMLParser
from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from django.urls import reverse


def make_groups():
    """As the migrations make them, for a database that was emptied."""
    import_module("press.migrations.0002_newsroom_groups").create_groups(apps, connection.schema_editor())
    import_module("press.migrations.0007_rights_to_new_records").allow(apps, connection.schema_editor())


def make_user(group=None, **facts):
    """Somebody who may enter the newsroom; everything is allowed to a user without a group."""
    name = (group or "admin").lower().replace(" ", "-")
    user = User.objects.create_user(name, is_staff=True, is_superuser=group is None, **facts)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def page_of(model, page, *args):
    """The address of a page of the newsroom, such as `page_of(Forum, "change", forum.pk)`."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


class FormReader(HTMLParser):
    """What a browser would send of the forms on a page, without files and without the rows to be copied."""

    def __init__(self, html):
        super().__init__()
        self.data, self.select, self.textarea = {}, None, None
        self.feed(html)

    def put(self, name, value):
        if name and "__prefix__" not in name and not name.startswith(("_", "csrf", "q")):
            self.data[name] = [*self.data[name], value] if name in self.data else [value]

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input":
            kind = attrs.get("type", "text")
            if kind not in ("submit", "file", "search") and (kind != "checkbox" or "checked" in attrs):
                self.put(attrs.get("name"), attrs.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select":
            self.select = attrs.get("name")
        elif tag == "option" and "selected" in attrs:
            self.put(self.select, attrs.get("value", ""))
        elif tag == "textarea":
            self.textarea = [attrs.get("name"), ""]

    def handle_endtag(self, tag):
        if tag == "textarea":
            name, text = self.textarea
            self.put(name, text.removeprefix("\n"))
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.textarea[1] += data


def entered(response):
    """What stands in the forms of a page, as a dict of lists."""
    return FormReader(response.content.decode()).data


def errors_on(response):
    """A dict from the name of each field that has errors to its sentences; above the rows, under their prefix."""
    found = {}
    context = response.context_data
    for form in [
        context["adminform"].form,
        *(form for rows in context["inline_admin_formsets"] for form in rows.formset),
    ]:
        for name, sentences in form.errors.items():
            found[form.add_prefix(name)] = list(sentences)
    for rows in context["inline_admin_formsets"]:
        if rows.formset.non_form_errors():
            found[rows.formset.prefix] = list(rows.formset.non_form_errors())
    return found


def refused(response, **expected):
    """Shown again with these sentences and nothing lost."""
    assert response.status_code == 200
    assert errors_on(response) == {name.replace("__", "-"): [sentence] for name, sentence in expected.items()}
    sent = response.wsgi_request.POST
    shown = entered(response)
    kept = {name: sent.getlist(name) for name in sent if "csrf" not in name and any(sent.getlist(name))}
    assert {name: shown.get(name) for name in kept} == kept


def send(client, address, **typed):
    """Open a form, type, and send it. Names are the fields', with `__` for `-` and `_in_xx` for a label's language."""
    data = entered(client.get(address)) | {field_name(name): value for name, value in typed.items()}
    for prefix in {name.rsplit("-", 2)[0] for name in data if name.rsplit("-", 1)[0].rsplit("-", 1)[-1].isdecimal()}:
        rows = {int(name.removeprefix(f"{prefix}-").split("-")[0]) for name in data if is_row(name, prefix)}
        data[f"{prefix}-TOTAL_FORMS"] = str(max(rows) + 1)
    return client.post(address, data)


def is_row(name, prefix):
    return name.startswith(f"{prefix}-") and name.removeprefix(f"{prefix}-").split("-")[0].isdecimal()


def field_name(name):
    base, marker, language = name.replace("__", "-").rpartition("_in_")
    return f"{base}:{language}" if marker else name.replace("__", "-")
