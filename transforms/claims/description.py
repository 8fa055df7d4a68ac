"""What the claim rules say of one quantity."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """The syntax and meaning around one quantity; fields as schema.NUMBER_COLUMNS and MENTIONS describe them.

    `head_start` is the code point where the counted noun's head stands, None where it was elided or taken from another
    sentence.
    """

    is_claim: bool
    reason: str | None = None
    unit: str | None = None
    counted: str | None = None
    counted_head: str | None = None
    head_start: int | None = None
    metric: str = "other"
    subject: str | None = None
    place: str | None = None
    status: str = "asserted"
    trend: str | None = None
    comparator: str | None = None
