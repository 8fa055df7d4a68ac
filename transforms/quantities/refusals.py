"""Numerals whose wording alone shows that they claim nothing: dates, names, references, scores, ages, idioms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.dates.expression import TimeExpression
from transforms.quantities.drafts import Draft
from transforms.quantities.numerals import Numeral

DROP = "drop"


def before_units(text: str, found: Sequence[Numeral], dates: Sequence[TimeExpression]) -> dict[int, str]:
    """Start of a numeral -> reason, or DROP for what is no quantity at all."""
    return {}


def after_units(text: str, draft: Draft) -> str | None:
    """The reason that shows only when unit and range are known."""
    return None
