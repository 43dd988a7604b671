"""Photos as files: what an upload must be, what it says about itself, and the copies that visitors get."""

import io
import os
import secrets
from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms, ImageOps, IptcImagePlugin

FORMATS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
"""What we read, with the ending of the file's name. MPO is the JPEG of cameras that add a second picture."""
MEGAPIXELS = 50
MEGABYTES = 40
LONGEST = 10
"""How many times longer than wide a photo may be. A WebP file ends at 16 383 pixels."""
WIDTHS = (480, 960, 1600)

IPTC_AUTHOR, IPTC_CREDIT, IPTC_DATE = (2, 80), (2, 110), (2, 55)


class ImageFacts(NamedTuple):
    width: int
    height: int
    format: str
    credit: str
    taken_on: date | None


# What an upload must be ---------------------------------------------------------------------------------------------


def examine(upload):
    """The facts of an uploaded photo. Raises ValidationError, before decoding it, if it is none or too large."""
    if upload.size > MEGABYTES * 1024 * 1024:
        raise ValidationError(
            _("This file has %(size)s MB. Export the photo with at most %(limit)s MB and choose it again."),
            params={"size": round(upload.size / 1024 / 1024), "limit": MEGABYTES},
        )
    upload.seek(0)
    try:
        image = open_image(upload)
        width, height = oriented_size(image)
        facts = ImageFacts(width, height, image.format, read_credit(image), read_day(image))
        image.draft("RGB", (WIDTHS[0], WIDTHS[0]))  # reads a JPEG to its end in an eighth of the memory
        image.load()
    except ValidationError:
        raise
    except Exception as error:  # a broken file makes Pillow raise almost anything
        raise ValidationError(
            _("This photo is broken or cut short. Export it once more as JPEG and choose it again.")
        ) from error
    finally:
        upload.seek(0)
    return facts


def open_image(file):
    """The image with its header read, not its pixels."""
    try:
        image = Image.open(file, formats=["JPEG", "PNG", "WEBP"])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Image.UnidentifiedImageError as error:
        raise ValidationError(
            _("This file is not a photo in JPEG, PNG or WebP. Export the photo as JPEG and choose it again.")
        ) from error
    width, height = image.size
    if width * height > MEGAPIXELS * 1_000_000:
        raise _too_many_pixels()
    if max(width, height) > LONGEST * min(width, height):
        raise ValidationError(_("This photo is more than ten times as long as wide. Crop it and choose it again."))
    return image


def _too_many_pixels():
    return ValidationError(
        _("This photo has more than %(limit)s megapixels. Make it smaller and choose it again."),
        params={"limit": MEGAPIXELS},
    )


def oriented_size(image):
    """Width and height as a viewer sees them: a camera held upright stores the picture lying."""
    width, height = image.size
    return (height, width) if image.getexif().get(ExifTags.Base.Orientation, 1) >= 5 else (width, height)


# What the file says about itself ------------------------------------------------------------------------------------


def read_credit(image):
    """The author, or else the credit, that the photo's own metadata name."""
    notes = read_iptc(image)
    return notes.get(IPTC_AUTHOR) or _words(image.getexif().get(ExifTags.Base.Artist)) or notes.get(IPTC_CREDIT, "")


def read_day(image):
    """The day on which the camera says that the photo was taken."""
    taken = image.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    for text, pattern in ((_words(taken)[:10], "%Y:%m:%d"), (read_iptc(image).get(IPTC_DATE, ""), "%Y%m%d")):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def read_iptc(image):
    try:
        found = IptcImagePlugin.getiptcinfo(image) or {}
    except Exception:  # metadata is a courtesy: a photo with broken notes is still a photo
        return {}
    return {key: _words(value[0] if isinstance(value, list) else value) for key, value in found.items()}


def _words(value):
    """Metadata as text: bytes in UTF-8 or else Latin-1, without control characters."""
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return "".join(c if c.isprintable() else " " for c in str(value or "")).strip()


# What visitors get --------------------------------------------------------------------------------------------------


def renditions(photo):
    """The copies of a photo for visitors, a dict each; those that are missing are made.

    They carry no metadata of any kind, stand upright and are in sRGB, whatever the camera wrote.
    """
    with photo.file.storage.open(photo.file.name) as original:
        image = open_image(original)
        size = oriented_size(image)
        found = _planned(photo.folder, size)
        missing = [one for one in found if not default_storage.exists(one["name"])]
        if missing:
            plain = _plain(image)
            for one in missing:
                _write(one["name"], _encoded(plain, one))
    return found


def _planned(folder, size):
    """Never larger than the original: a photo of 1200 pixels has copies of 480, 960 and 1200."""
    width, height = size
    copies = [
        {
            "name": f"{folder}/{step}.webp",
            "width": step,
            "height": max(1, round(height * step / width)),
            "type": "image/webp",
        }
        for step in sorted({min(step, width) for step in WIDTHS})
    ]
    return [*copies, {"name": f"{folder}/press.jpg", "width": width, "height": height, "type": "image/jpeg"}]


def _plain(image):
    """The pixels alone: upright, sRGB, on white where the original is transparent."""
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I") or image.mode == "F":
        image = image.point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        image = _in_srgb(image, profile)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    image = image.convert("RGB")
    image.info = {}  # Pillow writes comments and profiles found here into the copies
    return image


def _in_srgb(image, profile):
    try:
        return ImageCms.profileToProfile(image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):  # a broken profile says nothing about the colours
        return image


def _encoded(image, copy):
    size = (copy["width"], copy["height"])
    if size != image.size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    content = io.BytesIO()
    if copy["type"] == "image/webp":
        image.save(content, "WEBP", quality=82, method=4)
    else:
        image.save(content, "JPEG", quality=90, optimize=True, progressive=True)
    return content.getvalue()


def _write(name, content):
    """Written beside its place and then moved there, so that a process killed half-way leaves no half photo."""
    path = default_storage.path(name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    part = f"{path}.{secrets.token_hex(8)}.part"
    try:
        with open(part, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)
