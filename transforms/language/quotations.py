"""Finding quoted stretches: straight and curly marks, nested, unclosed, running over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

# a quotation that nobody closes ends with its paragraph; one that runs over paragraphs opens each of them anew
_LONGEST = 4000
_MARK = re.compile(r"""["“”„«»]|''|``|\n\s*\n""")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `start` at the opening mark, `end` after the closing one (or where it breaks off)."""

    start: int
    end: int
    is_closed: bool

    def holds(self, start: int, end: int) -> bool:
        """Whether the span lies inside."""
        return self.start <= start and end <= self.end


def find(text: str) -> list[Quotation]:
    """Outermost quotations in double marks, in order; two single marks count as a double one.

    Single marks alone count as nested or apostrophes and are left out.
    """
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark, at, end = match.group(), match.start(), match.end()
        is_straight = mark in ('"', "''")
        if mark.startswith("\n"):
            if opened is not None:
                found.append(Quotation(opened, at, is_closed=False))
                opened = None
        elif opened is None:
            if mark not in "”»" and not (is_straight and not _can_open(text, at, end)):
                opened = at
        elif (is_straight or mark in "”»“") and at - opened <= _LONGEST:
            if mark == "“" or (is_straight and not _can_close(text, at, end)):
                found.append(Quotation(opened, at, is_closed=False))
                opened = at
            else:
                found.append(Quotation(opened, end, is_closed=True))
                opened = None
    if opened is not None:
        found.append(Quotation(opened, len(text), is_closed=False))
    return found


def _can_open(text: str, at: int, end: int) -> bool:
    after = text[end : end + 1]
    before = text[at - 1 : at] if at else ""
    if before.isdigit() and not after.isalnum():
        return False  # inches
    return bool(after) and not after.isspace()


def _can_close(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1 : at], text[end : end + 1]
    return not (before.isspace() and bool(after) and not after.isspace())
