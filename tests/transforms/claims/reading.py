"""Reads one invented text and gives back the description of one of its numbers."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from transforms.attribution.attribute import attribute
from transforms.claims.describe import describe
from transforms.claims.description import Description
from transforms.dates.find import find as find_dates
from transforms.language.document import Document
from transforms.quantities.find import find as find_quantities

PUBLISHED = date(2024, 6, 12)


@lru_cache(maxsize=512)
def described(text: str, publisher: str = "Harbour Post") -> tuple[tuple[str, Description], ...]:
    """Number text and description of every quantity of the text, in order."""
    document = Document(text, PUBLISHED, publisher)
    dates = find_dates(document)
    quantities = find_quantities(document, dates)
    attributions = attribute(document, [(quantity.start, quantity.end) for quantity in quantities])
    descriptions = describe(document, quantities, dates, attributions)
    return tuple(zip((quantity.text for quantity in quantities), descriptions, strict=True))


def about(text: str, number: str, publisher: str = "Harbour Post") -> Description:
    """The description of the last quantity that begins with these words; KeyError lists what was found."""
    found = [description for words, description in described(text, publisher) if words.startswith(number)]
    if not found:
        raise KeyError(f"no quantity {number!r} in {text!r}; found {[words for words, _ in described(text, publisher)]}")
    return found[-1]
