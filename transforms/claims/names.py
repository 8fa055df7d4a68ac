"""Names of countries, peoples and bodies: from an adjective or capital to whose it is.

Territories come from Babel's CLDR data, demonyms and capitals from `seeds/language/demonyms.csv`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

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


# words that begin a sentence with a capital and are no names
_NO_NAMES = frozenset(
    "turnout visitor visitors inflation unemployment support growth output sales exports imports tourism attendance production shares prices "
    "retail consumer investment profits profit revenue spending crime police officials experts researchers scientists doctors ms mr mrs dr".split()
)
_FIRM_WORDS = frozenset("airways airlines airline steel motors inc corp ltd plc telecom oil petroleum energy bancorp holdings".split())
_OF_NAMES = frozenset({"bank", "first", "voice", "university", "institute", "college", "museum", "church", "port"})
_ABBREVIATION = 5
_FULL_NAME = 2
_DATELINE = 40


def is_none(name: str, text: str) -> bool:
    """Whether what looks like a name in the article is none whose figure it could be.

    Words that only begin a sentence, titles without a name, datelines, and newspapers or universities that report.
    """
    if name.lower() in _NO_NAMES or is_publication(name):
        return True
    if name.isupper() and re.match(rf"\W*{re.escape(name)}(?:,| \(| -| _|_)", text) is not None:
        return True
    if name.isupper() and re.search(rf"\b{re.escape(name)}(?:,[^()\n]{{0,30}})? \((?:[A-Z]{{2,4}}|Reuters|Xinhua|dpa|UPI)\)", text) is not None:
        return True
    return name.isupper() and len(name) > _ABBREVIATION and territory(name) is None and text.find(name) < _DATELINE


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for row in tables.rows("titles") for word in next(iter(row.values())).lower().split())


def without_titles(name: str) -> str:
    """ "Mara Cole" of "Mayor Mara Cole"; bodies and single words stay as they are."""
    words = name.split()
    if words and words[-1].lower() in tables.words("organisation_words", "word"):
        return name
    while len(words) > _FULL_NAME and words[0].lower().rstrip(".") in _titles():
        words = words[1:]
    return " ".join(words)


def as_written(name: str, text: str) -> str:
    """ "Britain" or "UK" for "United Kingdom", whichever the article writes; other names as they are."""
    if name != "United Kingdom" or "United Kingdom" in text:
        return name
    if re.search(r"\b(?:Britain|British|Britons?)\b", text) and not re.search(r"\b(?:UK|U\.K\.)(?!\w)", text):
        return "Britain"
    return "UK" if re.search(r"\b(?:UK|U\.K\.)(?!\w)", text) else name


def in_tokens(doc: Doc, start: int, end: int) -> tuple[str, int, int] | None:
    """First demonym or territory among the tokens: (name, its first token, one past its last). Longest form first.

    "Israeli-backed" and "anti-American" say nothing about whose the thing is and are passed over.
    """
    at = start
    while at < end:
        if doc[at].text[:1].isupper():
            for length in (3, 2, 1):
                stop = at + length
                if stop > end:
                    continue
                form = doc[at:stop].text
                name = nation(form) or territory(form)
                if name is not None and not _compounded(doc, at, stop):
                    return name, at, stop
        at += 1
    return None


def _compounded(doc: Doc, start: int, stop: int) -> bool:
    if stop < len(doc) and doc[stop].text[:1].isupper() and doc[stop].lower_ in _FIRM_WORDS:
        return True  # "US Airways" is a firm
    if stop < len(doc) and lends_name(doc[stop].text):
        return True  # "10 Canadian dollars" are nobody's, a "New York Times poll" is no figure of New York
    if start >= 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _OF_NAMES and doc[start - 2].text[:1].isupper():
        return True  # "First of America", "the University of Texas"
    follows = stop + 1 < len(doc) and doc[stop].text in {"-", "–"} and doc[stop + 1].tag_ in {"VBN", "VBD", "VBG", "JJ"}
    precedes = start >= 2 and doc[start - 1].text in {"-", "–"} and doc[start - 2].lower_ in {"anti", "pro", "non", "ex"}
    return follows or precedes
