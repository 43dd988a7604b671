"""The HTML that a press page's text may hold. Everything else is removed on saving, and again on sealing."""

import re
from html import unescape

import nh3

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False},
    "HardBreak": True,
    "History": True,
}
TAGS = {"p", "br", "strong", "em", "h2", "h3", "ul", "ol", "li", "blockquote", "a", "q"}
ATTRIBUTES = {"a": {"href", "title"}, "q": {"cite"}}


def clean_html(html):
    """The same text with allowed tags only; links lead to web, mail or telephone addresses or stay on the site."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"}, link_rel="noopener"
    )


def plain_text(html):
    """The words of the HTML, a line per paragraph."""
    lines = re.sub(r"</(p|h2|h3|li|blockquote)>|<br>", "\n", html)
    return unescape(nh3.clean(lines, tags=set())).strip()
