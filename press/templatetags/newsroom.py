"""How templates print press pages: words for sealed choices, photos in every size, filters and page numbers."""

from itertools import groupby

from django import template
from django.utils.translation import get_language

from people.templatetags.wording import media_url
from press.models import PressPage, Publication, Video

register = template.Library()
FOCUS_STEPS = 4


def words_for(choices):
    """A filter from a sealed value to its label; a value of another house that we do not know, as it stands."""

    def word(value):
        return choices(value).label if value in choices.values else value

    return word


register.filter("page_kind", words_for(PressPage.Kind))
register.filter("version_kind", words_for(Publication.Kind))
register.filter("video_kind", words_for(Video.Kind))


# Photos -------------------------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def photo_sources(context, photo):
    """What a `picture` element needs of a sealed photo, or nothing if it has no renditions.

    `others`: type and srcset of each further format; `srcset`, `src`, `width`, `height`: those of the `img`;
    `download`: the JPEG for newsrooms, if there is one.
    """
    renditions = sorted(photo["renditions"], key=lambda one: (one["type"] == "image/jpeg", one["type"], one["width"]))
    if not renditions:
        return None
    formats = [(kind, list(sizes)) for kind, sizes in groupby(renditions, key=lambda one: one["type"])]
    *others, (_kind, sizes) = formats
    largest = sizes[-1]
    return {
        "others": [{"type": kind, "srcset": srcset(context, sizes)} for kind, sizes in others],
        "srcset": srcset(context, sizes),
        "src": media_url(context, largest["name"]),
        "width": largest["width"],
        "height": largest["height"],
        "download": {"address": media_url(context, largest["name"]), **largest}
        if largest["type"] == "image/jpeg"
        else None,
    }


def srcset(context, sizes):
    return ", ".join(f"{media_url(context, one['name'])} {one['width']}w" for one in sizes)


@register.simple_tag
def photo_text(photo, *languages):
    """The caption and the alternative text in the first of `languages` that the photo has, with its `language`."""
    texts = photo["texts"]
    language = next((code for code in (*languages, get_language(), *sorted(texts)) if code in texts), "")
    return texts.get(language, {"caption": "", "alt": "", "decorative": True}) | {"language": language}


@register.filter
def focus_classes(photo):
    """Classes that keep a cropped photo's focal point in view, in steps of a quarter."""
    x, y = (round(value * FOCUS_STEPS / 100) for value in photo["focus"])
    return f"focus-x{x} focus-y{y}"


@register.filter
def sharing_picture(photo):
    """The address of the rendition that other sites show beside a link: the widest up to 1200 pixels, if any."""
    if not photo:
        return ""
    sizes = sorted(photo["renditions"], key=lambda one: (one["type"] == "image/jpeg", one["width"]))
    small = [one for one in sizes if one["width"] <= 1200] or sizes[:1]
    return media_url({}, small[-1]["name"]) if small else ""


# Lists --------------------------------------------------------------------------------------------------------------


@register.simple_tag
def active_filters(filters):
    """What the list is narrowed by: `name`, `label` and the chosen `value` of each filter in use."""
    found = []
    for field in filters.form:
        chosen = field.value()
        if not chosen or field.errors:
            continue
        choices = {str(value): label for value, label in getattr(field.field, "choices", ())}
        found.append({"name": field.name, "label": field.label, "value": choices.get(str(chosen), chosen)})
    return found


@register.simple_tag
def page_numbers(page):
    """The numbers to link under a long list, with an ellipsis where some are left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
