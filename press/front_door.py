"""Who came in, who did not, and who was turned away: Django's own events, as entries of the audit log."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from people.clock import now
from press import audit
from press.models import AuditEntry

LONGEST_ACTOR = AuditEntry._meta.get_field("actor").max_length
LONGEST_ADDRESS = 300


def watch():
    """From now on every login is logged. A receiver that is a function of a module lives as long as the module."""
    user_logged_in.connect(log_login)
    user_logged_out.connect(log_logout)
    user_login_failed.connect(log_failure)


def log_login(sender, user, **event):
    audit.record(AuditEntry.Verb.LOGGED_IN, user)


def log_logout(sender, user, **event):
    if user:
        audit.record(AuditEntry.Verb.LOGGED_OUT, user)


def log_failure(sender, credentials, **event):
    """The name as it was typed; nothing else of what was typed is looked at."""
    audit.record(AuditEntry.Verb.LOGIN_FAILED, in_one_line(credentials.get("username") or "")[:LONGEST_ACTOR])


def in_one_line(text):
    """The text without what could break a line, reverse one, or is not seen: a name is typed by anybody."""
    return "".join(character for character in str(text) if character.isprintable())


def denial_middleware(get_response):
    """Log it when the newsroom turns an account away, unless the verb that was tried has done so itself."""

    def answer(request):
        began = now()
        response = get_response(request)
        if response.status_code == 403 and request.path.startswith("/admin/") and request.user.is_authenticated:
            name = request.user.get_username()
            if not AuditEntry.objects.filter(verb=AuditEntry.Verb.DENIED, actor=name, at__gte=began).exists():
                address = in_one_line(request.path)[:LONGEST_ADDRESS]
                audit.record(AuditEntry.Verb.DENIED, request.user, reason=f"{request.method} {address}")
        return response

    return answer
