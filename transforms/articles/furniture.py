"""Page furniture that survives in a text: marked by span and reason so that no claim comes from it, never deleted.

The patterns are `seeds/ingestion/furniture.csv`, each meant for one whole line of the text.
"""

from __future__ import annotations

import json
import re
from functools import cache

from transforms.articles.tables import rows

_LONGEST_LINE = 400


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[str, ...]]:
    table = rows("furniture")
    joined = "|".join(f"(?P<r{number}>{row['pattern']})" for number, row in enumerate(table))
    return re.compile(joined, re.IGNORECASE), tuple(row["reason"] for row in table)


def marked(text: str) -> list[tuple[int, int, str]]:
    """Start, end and reason of each furniture line, in order, 0-based, the end exclusive; never the first line."""
    pattern, reasons = _patterns()
    spans = []
    start = text.find("\n") + 1
    while 0 < start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if 0 < end - start <= _LONGEST_LINE:
            line = text[start:end]
            found = pattern.fullmatch(line.strip())
            if found and found.lastgroup:
                left = start + len(line) - len(line.lstrip())
                spans.append((left, left + len(line.strip()), reasons[int(found.lastgroup[1:])]))
        start = end + 1
    return spans


def marked_json(text: str) -> str:
    """The marked spans as a JSON list of [start, end, reason]."""
    return json.dumps(marked(text))
