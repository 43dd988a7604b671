"""What we publish: the working copies of press pages, photos and videos, and the sealed publications."""

from press.models.media import Photo, PhotoText, Video
from press.models.pages import PressPage, PressPagePhoto, PressPageStatement, PressPageText
from press.models.publications import (
    Publication,
    PublishedDocument,
    PublishedMention,
    PublishedPhoto,
    PublishedStatement,
    PublishedText,
)

__all__ = [
    "Photo",
    "PhotoText",
    "PressPage",
    "PressPagePhoto",
    "PressPageStatement",
    "PressPageText",
    "Publication",
    "PublishedDocument",
    "PublishedMention",
    "PublishedPhoto",
    "PublishedStatement",
    "PublishedText",
    "Video",
]
