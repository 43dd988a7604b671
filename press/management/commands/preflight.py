from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from events.models import Forum
from press import preflight, publishing
from press.findings import link_to
from press.models import PressPage, Publication


class Command(BaseCommand):
    help = (
        "Print what should be looked at before something is published, a line each with the page that mends it: "
        "of what waits for approval, or of the press pages and forums that are named. Fails if anything stands in "
        "the way."
    )

    def add_arguments(self, parser):
        parser.add_argument("subjects", nargs="*", metavar="ADDRESS|UID", help="such as press/2021/ministers-meet")
        parser.add_argument("--all", action="store_true", help="every press page and forum, as it stands now")

    def handle(self, *args, subjects, all, **options):
        if subjects and all:
            raise CommandError("Name what to look at, or use --all; not both.")
        red = 0
        for candidate, found in self.judged(subjects, all):
            for finding in found:
                red += finding.is_red
                link = link_to(finding, candidate.subject)
                self.stdout.write(f"{finding.level} {candidate.address}: {finding.message} {link}".rstrip())
        if red:
            raise CommandError(f"{red} stand in the way.")

    def judged(self, names, all):
        """Pairs of a candidate and its findings: those that wait, or what would be sealed now."""
        if not names and not all:
            for candidate in Publication.objects.waiting().order_by("sealed_at", "pk"):
                yield candidate, publishing.all_findings(candidate)
        for subject in everything() if all else map(named, names):
            candidate = publishing.draft(subject)
            yield candidate, [*publishing.findings(subject), *preflight.findings(candidate)]


def everything():
    yield from PressPage.objects.order_by("dated_on", "pk")
    yield from Forum.objects.order_by("starts_on", "pk")


def named(name):
    """The press page or forum with this uid, or at this address with or without its language."""
    parts = name.strip("/").split("/")
    if len(parts) == 1:
        known = {"uid": uid_in(name)}
        found = PressPage.objects.filter(**known).first() or Forum.objects.filter(**known).first()
    elif parts[-3:-2] == ["press"] and parts[-2].isdecimal():
        found = PressPage.objects.filter(year=parts[-2], slug=parts[-1]).first()
    else:
        found = Forum.objects.filter(series__slug=parts[-2], slug=parts[-1]).first()
    if found is None:
        raise CommandError(f"There is no page or forum “{name}”. Write press/YEAR/SLUG, forums/SERIES/SLUG or a uid.")
    return found


def uid_in(name):
    try:
        return UUID(name)
    except ValueError:
        return None
