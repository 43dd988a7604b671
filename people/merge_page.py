"""The newsroom's page on which two records of one person are merged. It shows every place affected first."""

from hashlib import sha256

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people import merging
from people.models import Mandate, Minister

SHOWN = 50
"""How many rows of each kind are named; all are counted."""


class MergeForm(forms.Form):
    absorbed = forms.ModelChoiceField(
        Minister.objects.all(),
        label=_("Record that goes"),
        widget=AutocompleteSelect(Mandate._meta.get_field("minister"), admin.site),
        help_text=_("Everything that points at it will point at the record that stays."),
        error_messages={"invalid_choice": _("This record is gone. Somebody may have merged it already.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea({"rows": 2, "class": "vLargeTextField"}),
        help_text=_("How you know that both are one person. It goes into the audit log."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, kept):
        super().__init__(data, initial={"reason": ""})
        self.kept = kept

    def clean_absorbed(self):
        if self.cleaned_data["absorbed"] == self.kept:
            raise forms.ValidationError(_now("This is the record that stays. Choose the other one."))
        return self.cleaned_data["absorbed"]


class Mergeable:
    """For the admin of ministers: “Merge with another record…”."""

    change_form_template = "admin/people/minister_change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<int:pk>/merge/", view, name="people_minister_merge"), *super().get_urls()]

    def merge_view(self, request, pk):
        kept = self.get_object(request, str(pk))
        if kept is None:
            raise Http404
        if not (self.has_change_permission(request, kept) and self.has_delete_permission(request, kept)):
            raise PermissionDenied
        form = MergeForm(request.POST or None, kept)
        found, shown = [], ""
        if form.is_valid():
            absorbed = form.cleaned_data["absorbed"]
            found = merging.places(absorbed)
            shown = fingerprint(absorbed, found)
            if form.cleaned_data["seen"] == shown:
                merging.merge(absorbed, kept, request.user, form.cleaned_data["reason"])
                self.log_change(request, kept, _now("Merged with “%(name)s”.") % {"name": absorbed})
                self.message_user(
                    request,
                    _now("“%(name)s” is merged into this record. Its address leads here.") % {"name": absorbed},
                    messages.SUCCESS,
                )
                return redirect("admin:people_minister_change", kept.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _now("Merge with another record"),
            "opts": self.opts,
            "kept": kept,
            "form": form,
            "media": self.media + form.media,
            "shown": shown,
            "changed_meanwhile": bool(shown and form.cleaned_data["seen"]),
            "places": [
                (name, rows.count(), [(row, admin_address(row)) for row in rows[:SHOWN]]) for name, rows in found
            ],
        }
        return TemplateResponse(request, "admin/people/merge.html", context)


def fingerprint(absorbed, found):
    """Changes as soon as another place would be affected than those that were shown."""
    keys = [
        f"{rows.model._meta.label_lower}/{key}" for _name, rows in found for key in rows.values_list("pk", flat=True)
    ]
    return sha256(" ".join([str(absorbed.uid), *keys]).encode()).hexdigest()


def admin_address(row):
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
