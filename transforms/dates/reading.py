"""What a rule reads in a phrase, the rule itself, and the register of rules by the class of word that triggers them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from transforms.dates.calendar import ONE_DAY, interval, plus_months, shifted

if TYPE_CHECKING:
    from transforms.dates.context import Context


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase understood. `value` may be a bare clock time ("T17:00") whose day its neighbours give.

    `is_comparison` marks "a year earlier" and the like: later phrases don't point back to these.
    """

    start: int
    end: int
    type: str
    value: str | None
    first: date | None = None
    last: date | None = None
    precision: str = "unknown"
    anchor: str = "none"
    is_comparison: bool = False


Handler = Callable[[re.Match[str], "Context"], "Reading | list[Reading] | None"]
RULES: dict[str, list[tuple[re.Pattern[str], Handler]]] = {}


def rule(*classes: str, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> Callable[[Handler], Handler]:
    """Register a handler for phrases of this form around a word of one of these classes, tried in order of registration."""
    compiled = re.compile(pattern, flags)

    def register(handler: Handler) -> Handler:
        for name in classes:
            RULES.setdefault(name, []).append((compiled, handler))
        return handler

    return register


def dated(span: tuple[int, int], value: str | None, anchor: str, kind: str = "DATE", is_comparison: bool = False) -> Reading:
    """A reading whose days follow from its value."""
    first, last, precision = interval(value)
    return Reading(*span, kind, value, first, last, precision, anchor, is_comparison)


def pointing(span: tuple[int, int], named: Reading, years: int, is_comparison: bool = False) -> Reading | None:
    """A reading of the period named before, moved by years; its days too, where its name doesn't give them ("ended Sept. 30", "nine months")."""
    if named.type == "DURATION":
        reading = replace(named, start=span[0], end=span[1], is_comparison=is_comparison)
    else:
        value = shifted(named.value or "", years, "year") if years else named.value
        if value is None:
            return None
        reading = dated(span, value, "named", is_comparison=is_comparison)
    if named.first is None or named.last is None or interval(named.value)[:2] == (named.first, named.last):
        return reading
    first, after = plus_months(named.first, 12 * years), plus_months(named.last + ONE_DAY, 12 * years)
    return replace(reading, first=first, last=after - ONE_DAY)
