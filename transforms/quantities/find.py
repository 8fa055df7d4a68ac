"""Finding every quantity of an article by grammar alone: numeral, comparator, unit, and why its wording claims nothing.

Nothing here parses a sentence; whether a count was already known, or introduces somebody, is decided with syntax elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.dates.expression import TimeExpression
from transforms.language.document import Document
from transforms.quantities import comparators, drafts, numerals, refusals
from transforms.quantities.drafts import Draft
from transforms.quantities.quantity import Quantity


def find(document: Document, dates: Sequence[TimeExpression] = ()) -> list[Quantity]:
    """All quantities of the text, in order, not overlapping.

    Numerals inside `dates` of type DATE or TIME are left out, unless they count time ("two weeks ago": reason
    duration_placing); without `dates` the grammar's own patterns find the commonest dates and times.
    """
    text = document.text
    found = numerals.scan(text)
    refused = refusals.before_units(text, found, dates)
    kept = [numeral for numeral in found if refused.get(numeral.start) != refusals.DROP]
    quantities: list[Quantity] = []
    for draft in drafts.make(text, kept, refused):
        quantity = _quantity(text, draft)
        if quantities and _converts(text, quantities[-1], quantity):
            quantity = _hedged_as(quantities[-1], quantity)
        quantities.append(quantity)
    return quantities


def _quantity(text: str, draft: Draft) -> Quantity:
    is_vague = draft.numeral.form == "vague"
    start, end = draft.start, draft.end
    low: float | None = draft.low
    high: float | None = draft.high
    comparator, hedge = "=", None
    reason = draft.reason or refusals.after_units(text, draft)
    if reason is None or draft.kind == "duration":
        hedge = comparators.before(text, start, draft.kind == "duration") or comparators.after(text, end, draft.after)
        if hedge is None and draft.unit == "magnitude" and draft.unit_start is not None and draft.unit_start < start:
            hedge = comparators.before(text, draft.unit_start)  # "over magnitude 5"
    if hedge is not None:
        comparator = hedge.comparator
    if is_vague and hedge is not None and _is_ceiling(text, draft, hedge):
        low = None  # no more than a few dozen
    elif is_vague:
        comparator, high = ">=", None
    elif draft.is_range:
        comparator = "~" if comparator == "~" else "="
    elif comparator in (">", ">="):
        high = None
    elif comparator in ("<", "<="):
        low = None
    return Quantity(
        start, end, text[start:end], low, high, comparator, draft.kind, draft.unit, draft.unit_start, draft.unit_end,
        hedge.start if hedge else None, hedge.end if hedge else None, is_vague, reason,
    )  # fmt: skip


def _is_ceiling(text: str, draft: Draft, hedge: comparators.Hedge) -> bool:
    """Whether a hedge caps "a few dozen", "several hundred"; "up to several hundred" still means some hundreds."""
    if hedge.comparator not in ("<", "<=") or hedge.start > draft.start:
        return False
    return text[hedge.start : hedge.end].lower().endswith((" than", "at most", "under", "below"))


def _converts(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether the right quantity is the left one in another unit, in brackets: "about 500 metres (1,650 feet)"."""
    if left.comparator == "=" or right.comparator != "=" or left.reason or right.reason or right.is_vague:
        return False
    if left.kind != right.kind or left.kind not in ("money", "measure", "duration") or left.unit == right.unit:
        return False
    between = text[max(left.end, left.unit_end or 0) : right.start]
    is_other_currency = between == " or " and left.kind == "money" and (left.unit or "").partition("/")[0] != (right.unit or "").partition("/")[0]
    return (between in (" (", "(", "-(") or is_other_currency) and right.low == right.high


def _hedged_as(left: Quantity, right: Quantity) -> Quantity:
    """The conversion with the hedge of what it converts."""
    low = None if left.comparator in ("<", "<=") else right.low
    high = None if left.comparator in (">", ">=") else right.high
    return replace(right, comparator=left.comparator, low=low, high=high)
