"""The record of what happened: forums, their programmes, who took part, what was said and agreed."""

from events.models.agreements import Agreement, Document, DocumentFile, Signature
from events.models.forums import Format, FormerDates, Forum, ForumSeries, Topic
from events.models.participations import Participation
from events.models.programme import AgendaItem, Precision, Session
from events.models.statements import Statement, StatementText, Voice

__all__ = [
    "AgendaItem",
    "Agreement",
    "Document",
    "DocumentFile",
    "Format",
    "FormerDates",
    "Forum",
    "ForumSeries",
    "Participation",
    "Precision",
    "Session",
    "Signature",
    "Statement",
    "StatementText",
    "Topic",
    "Voice",
]
