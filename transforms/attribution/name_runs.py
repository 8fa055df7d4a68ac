"""Runs of capitalised words as names: where a name begins and ends, without its titles, and whether it is an organisation's.

Works on characters and on the tables of titles, given names, places and organisations' words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.attribution import speakers
from transforms.language import tables

_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd)\."
_WORD = rf"(?:{_ABBREVIATED}|(?:[A-Z]\.)+(?=[ \xa0])|(?:[A-Z]\.){{2,}}|[A-Z]\w*(?:[’'\-.&]\w+)*)"
_PARTICLE = r"(?:de|del|della|di|da|van|von|der|den|al|el|bin|ibn|ben|la|le|du|dos|y)"
RUN = re.compile(rf"{_WORD}(?:[ \xa0]+(?:(?:{_PARTICLE}|&)[ \xa0]+){{0,2}}{_WORD})*")
STOP = frozenset(
    "the a an this that these those it he she they we i you in on at by for from but and or so as if when while after before since there here his "
    "her its their our my what who how why where which however meanwhile earlier later last next some many most more all no not one two three with "
    "among amid despite like unlike between beyond because although though until unless whether during both each every another such only even just "
    "nearly almost roughly several dozens none instead otherwise separately "
    "under over also still yet then now about according monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)
_FIRM_OPENINGS = frozenset({"general", "first", "national", "united", "new", "american"})
DESIGNATORS = frozenset("inc corp co ltd plc llc ag sa nv spa gmbh".split())
_FIRM_WORDS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: span and words without titles."""

    start: int
    end: int
    text: str
    sex: str
    is_organisation: bool


def as_name(match: re.Match[str], common: frozenset[str]) -> Name | None:
    """The name in a run of capitalised words, without titles, possessors and words that only open a sentence; None where nothing is left.

    `common` are words that the article also writes small.
    """
    words = match.group().split()
    start = match.start()
    sex = ""
    is_firm = len(words) > 1 and words[-1].lower().rstrip(".") in DESIGNATORS
    while (
        words
        and not (is_firm and words[0].lower() in _FIRM_OPENINGS)
        and (
            words[0].lower() in STOP
            or words[0].lower() in common
            and words[0].lower() not in given_names()
            or words[0].lower().rstrip(".") in speakers.titles()
        )
    ):
        sex = _title_sexes().get(words[0].lower().rstrip("."), sex)
        start += len(words[0]) + 1
        words = words[1:]
    for i in range(len(words) - 1, 0, -1):
        if is_firm and words[i - 1].lower() in _FIRM_OPENINGS:
            continue  # "General Motors Co."
        of_firm = i == len(words) - 1 or words[-1].lower().rstrip(".") in DESIGNATORS and i == 1 and len(words) <= _FIRM_WORDS
        if of_firm and words[-1].lower().rstrip(".") in DESIGNATORS and words[i - 1].endswith(("’s", "'s")) and not _is_place(words[i - 1]):
            continue  # "Moss's Inc."
        if words[i - 1].lower().rstrip(".") in speakers.titles() or words[i - 1].endswith(("’s", "'s", "’", "'")):
            sex = _title_sexes().get(words[i - 1].lower().rstrip("."), sex)
            words = words[i:]
            start = match.end() - len(" ".join(words))
            break
    if not words:
        return None
    text = re.sub(r"[’']s?$", "", " ".join(words))
    if text.endswith(".") and not re.search(r"\b(?:Jr|Sr|Inc|Co|Corp|Ltd|[A-Z])\.$", text):
        text = text[:-1]
    if not text:
        return None
    return Name(start, match.end(), text, sex, is_organisation(text.split()))


def _is_place(possessor: str) -> bool:
    return re.sub(r"[’']s$", "", possessor).lower() in places()


@cache
def places() -> frozenset[str]:
    """Names of places, lower-case."""
    return tables.words("places", "name")


def is_organisation(words: list[str]) -> bool:
    """Whether a name's words tell that it is an organisation's: by a word such as "Bank", or as an acronym."""
    return any(word.lower() in speakers.organisation_words() for word in words) or (words[-1].isupper() and len(words[-1]) > 1)


@cache
def _title_sexes() -> dict[str, str]:
    return {row["title"]: row["sex"] for row in tables.rows("titles") if row["sex"]}


@cache
def given_names() -> dict[str, str]:
    """Sex by common given name, lower-case."""
    return {row["name"]: row["sex"] for row in tables.rows("given_names")}
