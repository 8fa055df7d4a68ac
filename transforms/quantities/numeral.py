"""One numeral as a value with its form; what neighbours may share of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.quantities.tokens import lexicon

_ABBREVIATION = re.compile(r"[ \u00a0-]?(bn|mn|mln|mio|bln|tn|trn|tln|mil|(?<=\d)(?:thousand|million|billion|trillion))\b\.?", re.I)


@dataclass(slots=True)
class Numeral:
    """One numeral: span, value, and how it was written.

    `form` is digits, words, vague (a plural without a number), part (a fraction) or multiplier; `mantissa` is the value
    before a scale word ("5" of "5 million"), which a list or range may share; `scale` that word's value or 1.
    """

    start: int
    end: int
    value: float
    form: str
    mantissa: float
    scale: float = 1.0
    has_scale: bool = False


def take_abbreviation(text: str, number: Numeral) -> None:
    """Take "bn", "mln" and a glued "million" ("$5million") into a number of digits; "m", "k", "b" need the unit's context and are read with it."""
    if number.form == "digits" and not number.has_scale and (match := _ABBREVIATION.match(text, number.end)):
        rescale(number, lexicon()[match.group(1).lower()][1], match.end(1))


def rescale(number: Numeral, scale: float, end: int | None = None) -> None:
    """Multiply by a scale that was found beside the number or is shared with its neighbour."""
    number.value = exact(number.value * scale)
    number.scale, number.has_scale = scale, True
    if end is not None:
        number.end = end


def exact(value: float) -> float:
    """Without the noise of binary multiplication (1.1 million is 1100000)."""
    rounded = round(value, 6)
    return float(f"{rounded:.12g}") if rounded else value
