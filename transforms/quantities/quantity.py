"""What the numeral grammar finds at one place of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["count", "money", "percent", "points", "fraction", "measure", "duration", "ratio"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its comparator and, where the text writes one beside it, its unit.

    `start`, `end` are code points of number_text in the article; `low`, `high` the claimed interval (fractions as
    percentages); `unit` is ISO 4217, `%`, `pp`, a symbol of measure, a rate of these or a duration's singular name, and
    None for counts, whose unit is the noun that syntax finds. `reason` (one of schema.NOT_CLAIM_REASONS) is set when
    the wording alone shows that the numeral claims nothing (a clock time, a model name). `is_vague` marks "dozens", "several hundred".
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    comparator: str
    kind: Kind = "count"
    unit: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    hedge_start: int | None = None
    hedge_end: int | None = None
    is_vague: bool = False
    reason: str | None = None
