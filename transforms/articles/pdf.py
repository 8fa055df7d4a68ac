"""PDF files with a text layer: the text page by page, title and day of making from the file's own information."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from transforms.articles.found import Fault, Found, Unusable
from transforms.articles.limits import Limits

MOST_PAGES = 200
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_WRAP = re.compile(r"(?<![.!?:;\"”’)])\n(?=\S)")
_MADE = re.compile(r"^D?:?(\d{4})(\d{2})(\d{2})")

logging.getLogger("pypdf").setLevel(logging.ERROR)


def read(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """The one article of a PDF; Unusable `malformed`, `unreadable` (encrypted) or `too_large`."""
    from pypdf import PdfReader  # takes a second to import: only processes that meet a PDF pay it
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unusable("unreadable", f"{landed['origin']}: is encrypted; save it without a password")
        if len(reader.pages) > MOST_PAGES:
            raise Unusable("too_large", f"{landed['origin']}: {len(reader.pages)} pages; expected at most {MOST_PAGES}")
        pages = [page.extract_text() for page in reader.pages]
        about: dict[str, Any] = dict(reader.metadata or {})
        title, author, made = (str(about.get(name) or "") for name in ("/Title", "/Author", "/CreationDate"))
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, NotImplementedError) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable("malformed", f"{landed['origin']}: not readable as PDF ({error}); save it again or as text") from error
    found = Found(body=_WRAP.sub(" ", _HYPHEN.sub("", "\n\n".join(pages))))
    found.say("title", "fields", title if "." not in title[-5:] else None, "Title")
    found.say("authors", "fields", author, "Author")
    day = _MADE.match(made)
    found.say("published", "meta", "-".join(day.groups()) if day else None, "CreationDate")
    found.row = {"title": title, "made": made, "text": found.body[:2000]}
    yield found
