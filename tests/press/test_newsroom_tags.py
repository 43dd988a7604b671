"""The tags with which templates print press pages."""

from press.templatetags.newsroom import focus_classes, photo_sources, photo_text, sharing_picture

PHOTO = {
    "renditions": [
        {"name": "photos/a/480.webp", "width": 480, "height": 270, "type": "image/webp"},
        {"name": "photos/a/960.webp", "width": 960, "height": 540, "type": "image/webp"},
        {"name": "photos/a/press.jpg", "width": 2000, "height": 1125, "type": "image/jpeg"},
    ],
    "focus": [50, 0],
    "texts": {"en": {"caption": "Group photo", "alt": "Ministers", "decorative": False}},
}


def test_browsers_choose_among_small_copies_and_newsrooms_download_the_jpeg():
    sources = photo_sources({}, PHOTO)

    assert [other["srcset"] for other in sources["others"]] == [
        "/media/photos/a/480.webp 480w, /media/photos/a/960.webp 960w"
    ]
    assert sources["src"] == "/media/photos/a/press.jpg"
    assert sources["download"]["width"] == 2000


def test_a_photo_without_copies_has_no_sources():
    assert photo_sources({}, PHOTO | {"renditions": []}) is None
    assert sharing_picture(PHOTO | {"renditions": []}) == ""


def test_the_picture_for_sharing_is_at_most_1200_pixels_wide():
    assert sharing_picture(PHOTO) == "/media/photos/a/960.webp"


def test_a_caption_in_another_language_says_which():
    assert photo_text(PHOTO, "sl")["language"] == "en"


def test_the_focal_point_becomes_classes():
    assert focus_classes(PHOTO) == "focus-x2 focus-y0"
