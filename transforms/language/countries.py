"""Countries, regions and peoples by their names: from an adjective or capital to the country, and what only looks like one.

Territories come from Babel's CLDR data, demonyms and capitals from `seeds/language/demonyms.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from transforms.language import tables

_SHORT_NAMES = {
    "Myanmar (Burma)": ("Myanmar", "Burma"),
    "Hong Kong SAR China": ("Hong Kong",),
    "Macao SAR China": ("Macao", "Macau"),
    "Czechia": ("Czechia", "Czech Republic"),
    "Türkiye": ("Turkey", "Türkiye"),
    "Bosnia & Herzegovina": ("Bosnia", "Bosnia and Herzegovina", "Bosnia-Herzegovina"),
    "Congo - Kinshasa": ("Democratic Republic of Congo", "Democratic Republic of the Congo", "DRC", "Congo"),
    "Congo - Brazzaville": ("Republic of Congo", "Congo-Brazzaville"),
    "Côte d’Ivoire": ("Ivory Coast", "Cote d'Ivoire", "Côte d'Ivoire"),
    "Palestinian Territories": ("Palestinian territories", "Palestine"),
    "Timor-Leste": ("East Timor", "Timor-Leste"),
    "United States": ("United States", "US", "U.S.", "USA", "U.S", "U.S.A.", "America"),
    "United Kingdom": ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    "United Arab Emirates": ("United Arab Emirates", "UAE", "Emirates"),
}


@cache
def territories() -> dict[str, str]:
    """Lower-case names of countries and territories, with the name that subjects are given under."""
    found: dict[str, str] = {}
    for code, name in Locale("en").territories.items():
        if code.isalpha() and len(code) == 2:
            for short in _SHORT_NAMES.get(name, (name.replace(" & ", " and "),)):
                keep = name if name in {"United States", "United Kingdom", "United Arab Emirates"} else short
                found[short.lower()] = keep
    for row in tables.rows("places"):
        found.setdefault(row["name"].lower(), row["name"])
    for row in tables.rows("demonyms"):
        if row["group"] in {"place", "body", "people"}:
            found.setdefault(row["name"].lower(), row["name"])
    return found


@cache
def _demonyms() -> dict[str, tuple[str, str, str]]:
    """Lower-case form -> (name, kind, group); adjectives before peoples before capitals."""
    found: dict[str, tuple[str, str, str]] = {}
    order = {"adjective": 0, "people": 1, "capital": 2}
    for row in sorted(tables.rows("demonyms"), key=lambda row: order[row["kind"]]):
        found.setdefault(row["form"].lower(), (row["name"], row["kind"], row["group"]))
    return found


@cache
def stateless() -> frozenset[str]:
    """Names of peoples and bodies that are no countries."""
    return frozenset(row["name"] for row in tables.rows("demonyms") if row["group"] in {"people", "body"})


def nation(form: str) -> str | None:
    """The country, people or body that an adjective or a people's noun belongs to ("Russian" -> "Russia"); else None."""
    known = _demonyms().get(form.lower())
    return known[0] if known is not None and known[1] != "capital" and form[:1].isupper() else None


def group(form: str) -> str | None:
    """What the form's name is: place, people, faith, party or body; None when it is no demonym."""
    known = _demonyms().get(form.lower())
    return known[2] if known is not None and known[1] != "capital" else None


def of_capital(form: str) -> str | None:
    """The country whose capital it is, as in "Kyiv's forces"; else None."""
    known = _demonyms().get(form.lower())
    return known[0] if known is not None and known[1] == "capital" and form[:1].isupper() else None


def territory(form: str) -> str | None:
    """The usual name of a country, state or region of that name; else None."""
    return territories().get(form.lower()) if form[:1].isupper() else None


def canonical(name: str) -> str:
    """A country's usual name for its abbreviations and short forms, anything else unchanged."""
    return territory(name) or name


_PUBLISHING = frozenset(
    "times post news university college institute poll survey herald tribune journal gazette today press express telegraph mail magazine "
    "observer guardian chronicle globe register independent weekly daily review".split()
)
_MONEY = frozenset(
    "dollar dollars pound pounds franc francs mark marks peso pesos rupee rupees crown crowns krona kronor krone kroner yen yuan won euro euros "
    "dinar dinars rial rials riyal riyals shilling shillings lira liras lire rouble roubles ruble rubles dong baht real reais".split()
)


def lends_name(following: str) -> bool:
    """Whether a country's name or adjective before this word only belongs to a currency, a newspaper or a university."""
    return following in _MONEY or following[:1].isupper() and following.lower() in _PUBLISHING


def is_publication(form: str) -> bool:
    """Whether the words name a newspaper, broadcaster, poll or university, which only report or research a figure."""
    return form.split()[-1].lower() in _PUBLISHING if form.split() else False


_MARKETS = re.compile(r"\b(?:Exchange|Wall Street|Bourse|Nasdaq|NASDAQ|Nymex|NYMEX|Comex|Globex|Index)\b")


def is_market(form: str) -> bool:
    """Whether the words name a market, on which others' prices and shares are told."""
    return _MARKETS.search(form) is not None
