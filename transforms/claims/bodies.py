"""Which named body "the company", "the bank" or "the party" stands for: the fitting name that the article gave before.

A name fits by the noun in it ("Harbour Bank"), by what it is called ("Kestrel, the airline") or by what only firms have
("Kestrel shares"). News agencies, public bodies and persons are never meant by a noun of business.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from transforms.attribution.naming import Name, Names
from transforms.claims import names as nations
from transforms.language import tables

BUSINESSES = frozenset(
    "company firm group bank airline carrier maker carmaker automaker manufacturer retailer producer operator insurer lender brewer utility "
    "conglomerate subsidiary corporation chain refiner miner broker publisher startup developer contractor automaker chipmaker".split()
)
_AGENCIES = frozenset(
    "ap afp reuters xinhua upi dpa ansa tass efe pti bloomberg cnn bbc kcna irna interfax itar-tass antara yonhap kyodo ceo cfo gdp ipo ceos".split()
)
_PUBLIC = frozenset(
    "ministry commission committee department agency court police army navy force forces reserve congress senate parliament council administration "
    "bureau office authority nations institute university government house embassy treasury party union exchange association federation crescent "
    "cross assembly board radio television tv channel newspaper agency coalition guard front index average poll survey study report".split()
)
_FAR = 2500
_LONGEST = 6


def named(names: Names, text: str, position: int, noun: str) -> str | None:
    """The body's name as it stands before the position, None where the article names none that fits the noun."""
    first, last = (bisect_left(names.mentions, at, key=_start) for at in (position - _FAR, position))
    before = [name for name in names.mentions[first:last] if _can_be(names, name)]
    if noun not in BUSINESSES or noun == "bank":
        alike = [name for name in before if name.text.split()[-1].lower().rstrip("s") == noun]
        if alike or noun not in BUSINESSES:
            return alike[-1].text if alike else None
    firms = [name for name in before if not _PUBLIC & set(name.text.lower().split()[-1:]) and (name.is_organisation or _is_called_firm(text, name))]
    return _foremost(firms)


def _start(name: Name) -> int:
    return name.start


def _can_be(names: Names, name: Name) -> bool:
    """Whether the name can be a body's at all: no country, newspaper, news agency or person."""
    words = name.text.split()
    if len(words) > _LONGEST or nations.territory(name.text) or nations.nation(name.text) or nations.of_capital(name.text):
        return False
    if (
        name.text.lower() in _AGENCIES
        or any(c.isdigit() for c in name.text)
        or name.text in tables.words("currencies", "code")
        or nations.is_publication(name.text)
    ):
        return False
    return name.is_organisation or not name.sex and not names.is_person(name.text)


def _is_called_firm(text: str, name: Name) -> bool:
    """Whether the words beside the name say that it is a firm's: "Kestrel, the airline", "the airline Kestrel", "Kestrel shares"."""
    kinds = "|".join(sorted(BUSINESSES))
    after, before = text[name.end : name.end + 90], text[max(name.start - 40, 0) : name.start]
    owning = r"(?:['’]s)?\s+(?:shares?|stock|Inc|Corp|Co|Ltd|plc|PLC|employs)\b"
    apposed = rf",\s+(?:the|an?|one\s+of)\s[^,.;]{{0,60}}\b(?:{kinds})s?\b"
    return re.match(rf"{owning}|{apposed}", after) is not None or re.search(rf"\b(?:{kinds})\s+$", before) is not None


def _foremost(firms: Sequence[Name]) -> str | None:
    """The firm named most often so far; among equals the one named last."""
    if not firms:
        return None
    counts = Counter(name.text.split()[0] for name in firms)
    most = max(counts.values())
    return next(name.text for name in reversed(firms) if counts[name.text.split()[0]] == most)
