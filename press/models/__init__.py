"""What we publish: the working copies of press pages, photos and videos, and the sealed publications."""

from press.models.audit import AuditEntry
from press.models.media import Photo, PhotoText, Video
from press.models.pages import PressPage, PressPagePhoto, PressPageStatement, PressPageText
from press.models.previews import PreviewLink
from press.models.publications import (
    Publication,
    PublishedDocument,
    PublishedMention,
    PublishedPhoto,
    PublishedStatement,
    PublishedText,
)
from press.models.published_record import (
    PublishedAgendaItem,
    PublishedAgreement,
    PublishedParticipation,
    PublishedSession,
    PublishedVoice,
)
from press.models.release_sets import ReleaseSet
from press.models.rulings import NotAStatement

__all__ = [
    "AuditEntry",
    "NotAStatement",
    "Photo",
    "PhotoText",
    "PressPage",
    "PressPagePhoto",
    "PressPageStatement",
    "PressPageText",
    "PreviewLink",
    "Publication",
    "PublishedAgendaItem",
    "PublishedAgreement",
    "PublishedDocument",
    "PublishedMention",
    "PublishedParticipation",
    "PublishedPhoto",
    "PublishedSession",
    "PublishedStatement",
    "PublishedText",
    "PublishedVoice",
    "ReleaseSet",
    "Video",
]
