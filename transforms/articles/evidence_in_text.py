"""The publication day that an article's own text gives away, where nothing else says it."""

from __future__ import annotations

import re
from datetime import date

from transforms.articles.moments import parse

_DATELINE = re.compile(
    r"^(?:[A-Z][\w.'’-]*(?:[ ,/]+[\w.'’-]+){0,5}[,.]?\s+)?"  # place
    r"[(\[]?(?P<words>[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+\d{4}|\d{4}-\d{2}-\d{2})[)\]]?"
    r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:[-–—:]|$)",  # agency, dash
    re.MULTILINE,
)
_STAMP = re.compile(r"^(?:first |originally )?(?:published|posted)(?: on| at)?\s*:?\s+(?P<words>.{6,60})$", re.IGNORECASE | re.MULTILINE)
_HEAD = 600


def infer_published(text: str, first_day: date, last_day: date) -> tuple[date, str, str] | None:
    """Day, evidence (dateline, text) and the words that say it; None when the text says none or an unbelievable one."""
    for pattern, evidence, part in ((_DATELINE, "dateline", text[:_HEAD]), (_STAMP, "text", text)):
        found = pattern.search(part)
        moment = parse(found["words"]) if found else None
        if found and moment and first_day <= moment.day <= last_day:
            return moment.day, evidence, found["words"]
    return None
