"""Finding every quantity of an article by grammar alone: numeral, comparator, unit, and why its wording claims nothing.

Nothing here parses a sentence; whether a count was already known, or introduces somebody, is decided with syntax elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    return [_quantity(text, draft) for draft in drafts.make(text, kept, refused)]


def _quantity(text: str, draft: Draft) -> Quantity:
    is_vague = draft.numeral.form == "vague"
    start, end = draft.start, draft.end
    low: float | None = draft.low
    high: float | None = draft.high
    comparator, hedge = "=", None
    reason = draft.reason or refusals.after_units(text, draft)
    if reason is None or draft.kind == "duration":
        hedge = comparators.before(text, start, draft.kind == "duration") or comparators.after(text, end, draft.after)
    if hedge is not None:
        comparator = hedge.comparator
    if is_vague:
        comparator, high = ">=", None
    elif draft.is_range:
        comparator = "~" if comparator == "~" else "="
    elif comparator in (">", ">="):
        high = None
    elif comparator in ("<", "<="):
        low = None
    return Quantity(
        start, end, text[start:end], low, high, comparator, _kind(draft), draft.unit, draft.unit_start, draft.unit_end,
        hedge.start if hedge else None, hedge.end if hedge else None, is_vague, reason,
    )  # fmt: skip


def _kind(draft: Draft) -> str:
    return draft.kind
