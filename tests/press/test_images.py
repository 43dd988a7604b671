"""Photos as files: what is refused before it is decoded, what a file says about itself, and that copies say nothing."""

import datetime
import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from press import images
from tests.make import make_image, make_photo

MARKER = b"PLANTED-MARKER"
NO_PHOTO = "This file is not a photo in JPEG, PNG or WebP. Export the photo as JPEG and choose it again."
BROKEN = "This photo is broken or cut short. Export it once more as JPEG and choose it again."
TOO_MANY = "This photo has more than 50 megapixels. Make it smaller and choose it again."


def exif(**more):
    notes = Image.Exif()
    notes[ExifTags.Base.Artist] = f"{MARKER.decode()} Jure Makovec"
    notes[ExifTags.Base.ImageDescription] = MARKER.decode()
    notes[ExifTags.Base.Orientation] = more.get("orientation", 1)
    notes.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2021:12:02 10:15:00"
    notes.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return notes.tobytes()


def iptc(author, day="20211202"):
    """A JPEG's Photoshop segment with an author and a day, as agencies write them."""
    fields = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text
        for number, text in ((80, author), (55, day.encode()), (120, MARKER))
    )
    block = (
        b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(fields)) + fields + b"\0" * (len(fields) % 2)
    )
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


def with_iptc(jpeg, author):
    return jpeg[:2] + iptc(author) + jpeg[2:]


def examine(content):
    return images.examine(ContentFile(content, "photo"))


def refusal(content):
    with pytest.raises(ValidationError) as raised:
        examine(content)
    return raised.value.messages[0]


def vast_png(width, height):
    """A PNG that claims its size in the header and holds next to nothing: decoding it would take gigabytes."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


# What is refused ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_photo_in_a_known_format_is_examined(format):
    facts = examine(make_image(300, 200, format))
    assert facts == images.ImageFacts(300, 200, format, "", None)


@pytest.mark.parametrize(
    "content",
    [b"", b"not a photo", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"GIF89a", b"\xff\xd8\xff"],
    ids=["empty", "text", "svg", "pdf", "gif", "stub"],
)
def test_what_is_no_photo_is_refused(content):
    assert refusal(content) in (NO_PHOTO, BROKEN)


@pytest.mark.parametrize("format", ["GIF", "BMP", "TIFF"])
def test_other_formats_are_refused(format):
    assert refusal(make_image(300, 200, format)) == NO_PHOTO


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_photo_cut_short_is_refused(format, part):
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    content = io.BytesIO()
    noise.save(content, format)
    assert examine(content.getvalue()).format == format
    assert refusal(content.getvalue()[: int(len(content.getvalue()) * part)]) in (BROKEN, NO_PHOTO)


@pytest.mark.parametrize("size", [(8000, 7000), (10_000, 10_000), (60_000, 60_000)])
def test_photo_with_too_many_pixels_is_refused_by_its_header(size, monkeypatch):
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", lambda image: pytest.fail("The photo was decoded."))
    assert refusal(vast_png(*size)) == TOO_MANY


def test_photo_of_too_many_bytes_is_refused():
    upload = ContentFile(make_image(), "photo.jpg")
    upload.size = 41 * 1024 * 1024
    with pytest.raises(ValidationError, match=r"This file has 41 MB\. Export the photo with at most 40 MB"):
        images.examine(upload)


def test_strip_that_no_copy_could_show_is_refused():
    assert (
        refusal(make_image(2100, 200))
        == "This photo is more than ten times as long as wide. Crop it and choose it again."
    )


# What a file says about itself --------------------------------------------------------------------------------------


def test_author_and_day_are_read_from_exif():
    facts = examine(make_image(exif=exif()))
    assert facts.credit == "PLANTED-MARKER Jure Makovec"
    assert facts.taken_on == datetime.date(2021, 12, 2)


@pytest.mark.parametrize("author", ["Nebojša Tejić/STA".encode(), "Gérald".encode("latin-1")])
def test_author_and_day_are_read_from_iptc(author):
    facts = examine(with_iptc(make_image(), author))
    assert facts.credit in ("Nebojša Tejić/STA", "Gérald")
    assert facts.taken_on == datetime.date(2021, 12, 2)


def test_control_characters_in_metadata_become_spaces():
    assert examine(with_iptc(make_image(), b"Jure\0Makovec\x0b")).credit == "Jure Makovec"


@pytest.mark.parametrize("day", [b"20211399", b"", b"\xff\xff"])
def test_impossible_day_is_left_out(day):
    jpeg = make_image()
    assert (
        examine(jpeg[:2] + iptc(b"PSEU", day.decode("latin-1")).replace(b"20211202", day) + jpeg[2:]).taken_on is None
    )


def test_photo_held_upright_has_the_size_that_viewers_see():
    facts = examine(make_image(800, 450, exif=exif(orientation=6)))
    assert (facts.width, facts.height) == (450, 800)


# What visitors get --------------------------------------------------------------------------------------------------


def opened(copy):
    with default_storage.open(copy["name"]) as file:
        return Image.open(io.BytesIO(file.read()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("width", "widths"), [(2000, [480, 960, 1600]), (1600, [480, 960, 1600]), (1200, [480, 960, 1200]), (300, [300])]
)
def test_copies_are_never_larger_than_the_original(width, widths):
    *small, press = images.renditions(make_photo(make_image(width, width // 2)))
    assert [copy["width"] for copy in small] == widths
    assert [opened(copy).size for copy in small] == [(copy["width"], copy["height"]) for copy in small]
    assert (press["name"].rpartition("/")[2], press["width"], press["height"]) == ("press.jpg", width, width // 2)


@pytest.mark.django_db
def test_copies_lie_beside_the_original_and_name_their_type():
    photo = make_photo()
    copies = images.renditions(photo)
    assert [copy["name"] for copy in copies] == [
        f"{photo.folder}/{name}" for name in ("480.webp", "800.webp", "press.jpg")
    ]
    assert [opened(copy).get_format_mimetype() for copy in copies] == [copy["type"] for copy in copies]


@pytest.mark.django_db
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_copies_hold_no_metadata(format):
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + MARKER + b"</x:xmpmeta>"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = {"exif": exif(), "icc_profile": profile}
    if format == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", MARKER.decode())
        texts.add_itxt("XML:com.adobe.xmp", xmp.decode())
        notes["pnginfo"] = texts
    else:
        notes["xmp"] = xmp
    if format == "JPEG":
        notes["comment"] = MARKER
    content = make_image(900, 600, format, **notes)
    if format == "JPEG":
        content = with_iptc(content, MARKER)
    assert content.count(MARKER) >= 3
    for copy in images.renditions(make_photo(content)):
        with default_storage.open(copy["name"]) as file:
            data = file.read()
        assert not [
            found for found in (MARKER, b"Exif", b"http", b"xmp", b"XMP", b"ICC", b"Photoshop") if found in data
        ]
        assert not Image.open(io.BytesIO(data)).getexif()


@pytest.mark.django_db
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_copies_stand_upright(orientation):
    photo = make_photo(make_image(800, 450, exif=exif(orientation=orientation)))
    press = images.renditions(photo)[-1]
    assert opened(press).size == (press["width"], press["height"]) == ((800, 450) if orientation == 3 else (450, 800))


@pytest.mark.django_db
def test_copies_of_a_photo_in_print_colours_are_in_srgb():
    content = io.BytesIO()
    Image.new("CMYK", (600, 400), (0, 255, 255, 0)).save(content, "JPEG")
    copy = opened(images.renditions(make_photo(content.getvalue()))[0])
    assert copy.mode == "RGB"
    red, green, blue = copy.getpixel((10, 10))
    assert red > 200 > 80 > green and blue < 80


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("RGBA", (0, 0, 0, 0), 255),
        ("P", 0, 0),
        ("L", 128, 128),
        ("LA", (0, 0), 255),
        ("I;16", 32768, 128),
        ("1", 1, 255),
    ],
)
def test_copies_of_unusual_images_look_as_they_should(mode, colour, expected):
    content = io.BytesIO()
    Image.new(mode, (600, 400), colour).save(content, "PNG")
    copy = opened(images.renditions(make_photo(content.getvalue()))[-1])
    assert abs(copy.getpixel((10, 10))[0] - expected) <= 2


@pytest.mark.django_db
def test_only_missing_copies_are_made(monkeypatch):
    photo = make_photo()
    first = images.renditions(photo)
    default_storage.delete(first[0]["name"])
    made, write = [], images._write
    monkeypatch.setattr(images, "_write", lambda name, content: (made.append(name), write(name, content)))
    assert images.renditions(photo) == first
    assert images.renditions(photo) == first
    assert made == [first[0]["name"]]


@pytest.mark.django_db
def test_interrupted_copy_leaves_nothing(monkeypatch):
    photo = make_photo()
    monkeypatch.setattr(images.os, "replace", lambda *paths: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        images.renditions(photo)
    assert default_storage.listdir(photo.folder)[1] == ["original.jpg"]
