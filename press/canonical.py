"""Canonical JSON: one text for one value, so that a digest of it means something.

Keys are sorted, nothing is padded, letters are literal. Control characters, U+0085, U+2028 and U+2029 are escaped,
because some readers take them for line ends. Floats are refused: they print differently from one machine to another.
"""

import hashlib
import json
import re

INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029]")  # json escapes those below U+0020 itself


def canonical_json(value):
    refuse_floats(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def refuse_floats(value):
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float; canonical JSON holds whole numbers and texts only.")
    if isinstance(value, dict):
        value = value.values()
    if not isinstance(value, str | None):
        for part in value if not isinstance(value, int) else ():
            refuse_floats(part)


def digest_of(text):
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
