"""The publication day that an article's own text gives away, where nothing else says it."""

from __future__ import annotations

import re
from datetime import date

from transforms.articles.moments import parse

_STAMP = re.compile(r"^(?:first |originally )?(?:published|posted)(?: on| at)?\s*:?\s+(?P<words>.{6,60})$", re.IGNORECASE | re.MULTILINE)


def infer_published(text: str, first_day: date, last_day: date) -> tuple[date, str, str] | None:
    """Day, evidence (dateline, text) and the words that say it; None when the text says none or an unbelievable one."""
    from transforms.dates.inference import infer_published as infer  # brings spaCy in: only articles without a date pay for it

    stamp = _STAMP.search(text)
    moment = parse(stamp["words"]) if stamp else None
    inferred = infer(text) or ((moment.day, "text", moment.text) if moment else None)
    return inferred if inferred and first_day <= inferred[0] <= last_day else None
