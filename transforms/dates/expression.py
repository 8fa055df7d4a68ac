"""What the date grammar finds at one place of a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: span in the article, TIMEX3 `type` and `value`, first and last day (None: open or unknown).

    `precision` is one of schema.DATE_PRECISIONS, `anchor` one of schema.DATE_ANCHORS.
    """

    start: int
    end: int
    text: str
    type: str
    value: str | None
    first: date | None
    last: date | None
    precision: str
    anchor: str
