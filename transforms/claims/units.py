"""The unit of a quantity: what the grammar read, completed to a rate, or the noun that is counted."""

from __future__ import annotations

from transforms.claims import nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted

_SYMBOLS = {"hour": "h", "second": "s"}
_SPEEDS = {"km/hour": "km/h", "mi/hour": "mph", "m/second": "m/s", "km/second": "km/s"}
_BRACKET = 8
_PER = frozenset({"per", "a", "an", "each", "every"})
RATE_OF = frozenset(
    {
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "second",
        "barrel",
        "ounce",
        "share",
        "ton",
        "tonne",
        "gallon",
        "litre",
        "liter",
        "person",
        "bushel",
        "pound",
        "kilogram",
        "acre",
        "hectare",
        "mile",
        "kilowatt-hour",
    }
)


def find(scene: Scene, thing: Counted | None) -> str | None:
    """The unit as CLAIMS define it: an ISO code, %, pp, a symbol, a duration, a rate, or the counted noun's singular."""
    quantity = scene.quantity
    if quantity.kind == "count":
        return thing.head if thing is not None else None  # "magnitude" too, where the text only says "put it at 5.6"
    if quantity.unit is None or "/" in quantity.unit:
        return _SPEEDS.get(quantity.unit or "", quantity.unit)
    rate = _per(scene)
    if rate is None or quantity.kind not in {"money", "measure"}:
        return quantity.unit
    return _SPEEDS.get(f"{quantity.unit}/{rate}", f"{quantity.unit}/{rate}")


def _per(scene: Scene) -> str | None:
    """ "per barrel", "a day" directly behind the number and its unit."""
    at = scene.after
    if scene.lower(at) == ")":
        at += 1
    elif scene.lower(at) == "(":
        # "195 kilometres (121 miles) per hour"
        closing = next((i for i in range(at, min(at + _BRACKET, len(scene.doc))) if scene.lower(i) == ")"), None)
        at = closing + 1 if closing is not None and scene.lower(closing + 1) in {"per", "an"} else at
    if scene.lower(at) in {"-", "/"}:
        at += 1
    if scene.lower(at) not in _PER or at in scene.dated:
        return None
    word = nouns.singular(scene.lower(at + 1))
    if word not in RATE_OF:
        return None
    return _SYMBOLS.get(word, word) if scene.quantity.kind == "measure" else word
