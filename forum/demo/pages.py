"""How the demo enters a press page and its texts."""

from forum.demo.records import enter
from press.models import PressPage, PressPageText


def enter_page(
    key, forum, slug, dated_on, place, texts, state=PressPageText.State.READY, kind=PressPage.Kind.PRESS_RELEASE
):
    """Each text is a title, a lead and a body; the first one is the original that the others translate."""
    page, is_new = enter(
        PressPage,
        key,
        known_by=["year", "slug"],
        kind=kind,
        forum=forum,
        slug=slug,
        dated_on=dated_on,
        year=dated_on.year,
        place=place,
        original_language=next(iter(texts)),
    )
    if is_new:
        made_from = ""
        for language, (title, lead, body) in texts.items():
            text, _is_new = enter(
                PressPageText,
                f"{key}/{language}",
                press_page=page,
                language=language,
                title=title,
                lead=lead,
                body=body,
                state=state,
                translated_from=made_from,
            )
            made_from = made_from or text.digest()
    return page, is_new
