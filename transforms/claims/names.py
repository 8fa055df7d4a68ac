"""Whose names in a sentence can be an owner's: countries among its tokens, and what looks like a name and is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.language import tables
from transforms.language.countries import is_market, is_publication, lends_name, nation, territory

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# words that begin a sentence with a capital and are no names
_NO_NAMES = frozenset(
    "both many none several others each all some neither either most few al "
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
    if name.lower() in _NO_NAMES or name.lower() in tables.words("months", "word") or is_publication(name) or is_market(name):
        return True
    if name.isupper() and re.match(rf"\W*{re.escape(name)}(?:,| \(| -| _|_)", text) is not None:
        return True
    if name.isupper() and re.search(rf"\b{re.escape(name)}(?:,[^()\n]{{0,30}})? \((?:[A-Z]{{2,4}}|Reuters|Xinhua|dpa|UPI)\)", text) is not None:
        return True
    return name.isupper() and len(name) > _ABBREVIATION and territory(name) is None and text.find(name) < _DATELINE


@cache
def titles() -> frozenset[str]:
    """Words before a person's name, lower-case."""
    return frozenset(word for row in tables.rows("titles") for word in next(iter(row.values())).lower().split())


def without_titles(name: str) -> str:
    """ "Mara Cole" of "Mayor Mara Cole"; bodies and single words stay as they are."""
    words = name.split()
    if words and words[-1].lower().rstrip(".") in tables.words("organisation_words", "word"):
        return name
    if len(words) > _FULL_NAME and words[1].lower().rstrip(".") in titles() and territory(words[0]) is not None:
        words = words[1:]  # "Ohio Gov. Mara Cole"
    while len(words) > _FULL_NAME and words[0].lower().rstrip(".") in titles():
        words = words[1:]
    return " ".join(words)


def as_written(name: str, text: str) -> str:
    """ "Britain" or "UK" for "United Kingdom", whichever the article writes; other names as they are."""
    if name != "United Kingdom" or "United Kingdom" in text:
        return name
    if re.search(r"\b(?:Britain|British|Britons?)\b", text) and not re.search(r"\b(?:UK|U\.K\.)(?!\w)", text):
        return "Britain"
    return "UK" if re.search(r"\b(?:UK|U\.K\.)(?!\w)", text) else name


_MISTAGGED = frozenset({"NN", "NNS", "VB", "VBZ", "VBP"})


def looks_named(token: Token) -> bool:
    """Whether a token belongs to a name: tagged so, or written with a capital within its sentence whatever the tagger made of it."""
    if token.tag_ in {"NNP", "NNPS"}:
        return True
    within = token.i > 0 and token.nbor(-1).tag_ not in {"``", "''"} and token.nbor(-1).text != ":"
    return within and token.text[:1].isupper() and token.tag_ in _MISTAGGED


def is_possessive(token: Token) -> bool:
    """ "'s", and the mere apostrophe of "Lewis’ 907" where the tagger took it for a quotation mark."""
    if token.tag_ == "POS":
        return True
    if token.i == 0 or token.text not in {"'", "’"}:
        return False
    before = token.nbor(-1)
    return not before.whitespace_ and before.text[:1].isupper() and before.text.endswith("s")


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
