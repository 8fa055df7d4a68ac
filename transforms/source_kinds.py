"""What kind of source a name stands for, whether it is a name at all, and what the sentence around it says of it.

Pure, by word lists only. It never looks across articles.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from transforms.language import tables

HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon".split())
LEADING = frozenset("the a an".split())
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
UNNAMED = frozenset(
    """official source spokesman spokeswoman spokesperson diplomat aide insider witness person observer critic
    supporter employee executive representative adviser advisor authority""".split()
)
DOCUMENT_KINDS = frozenset({"document", "survey"})
MOST_WORDS_OF_A_PERSON = 5
# titles that firms and offices have in their names as well, or that stand before a title: General Dynamics, First Solar, King County
WEAK_TITLES = frozenset(
    """first then private general major king queen prince princess chief vice prime foreign interior defense defence finance health
    senior deputy assistant head host sen rep gov gen col lt sgt capt maj adm cmdr republican democrat democratic gop rival corporal""".split()
)
PARTY_TITLES = frozenset("republican democrat democratic gop".split())
# of these a country has one, so that its adjective names them
ONE_A_COUNTRY = frozenset("government police army military navy parliament cabinet presidency treasury embassy intelligence census ministry".split())
COMMON_FIRST = frozenset(
    "local state federal national regional media city town village county district exit opposition western eastern northern southern".split()
)
OWNED = frozenset("my your his her its our their".split())
PERSONS = frozenset({"he", "she"})

_WORD = re.compile(r"[\w'&.-]+")
_BEFORE_OTHERS = frozenset("of in from for at on with close familiar near by".split())


def kind_of(name: str) -> str:
    """What kind of source a name stands for (schema.SOURCE_KINDS), by its words alone: a person has a title or a known given name."""
    words = _words(name)
    if not words:
        return "unknown"
    if words[0].lower() in HONORIFICS and len(words) > 1:
        return "person"
    if words[0].lower() in LEADING and len(words) > 1:
        words = words[1:]
    at = _head(words)
    head = words[at]
    return _named_kind(words, head) if head[:1].isupper() and not _is_common_plural(words, at) else _common_kind(words, head.lower())


def is_named(name: str) -> bool:
    """Whether a source has a name of its own, under which other articles may mean the same: "the Health Ministry" has, "the
    miners' union", "two officials" and "Police" at a sentence's start have not."""
    words = _words(name)
    while len(words) > 1 and words[0].lower() in LEADING:
        words = words[1:]
    if not words or words[0].lower() in OWNED or kind_of(name) in ("anonymous", "group"):
        return False
    # "data released on Friday" names no one
    words = [word.lower() if word.lower() in _calendar() else word for word in words]
    if any(word[:1].isupper() for word in words[1:]):
        return True
    first = words[0].lower()
    if not words[0][:1].isupper():
        return False
    if len(words) == 1:
        return words[0].isupper() or not ({first, _singular(first)} & _common_nouns())
    if first in _adjectives():
        return words[_head(words)].lower() in ONE_A_COUNTRY
    return not ({first, _singular(first), first.removesuffix("'s")} & (_common_nouns() | COMMON_FIRST))


def kind_in_text(name: str, source_text: str | None, sentence: str) -> str:
    """What an article says a name is: "person" for who is he or she, has a title before the name or is called by the surname;
    "organisation" for what a body's noun stands before ("consumer group Fair Power"); else "unknown"."""
    said = (source_text or "").translate(QUOTES)
    words = _words(name)
    if said.casefold() in PERSONS:
        return "person"
    if len(words) > 1 and said == words[-1] and not said.lower().endswith("s"):
        return "person"
    before = re.search(r"([\w-]+)('s)?,? " + re.escape(name), sentence)
    if before is None or before[2]:
        return "unknown"
    noun = before[1].lower()
    if len(words) > 1 and noun in tables.words("titles", "title"):
        return "person"
    bodies = tables.words("organisation_words", "word") | tables.words("bodies", "word")
    return "organisation" if before[1].islower() and noun in bodies else "unknown"


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", name).translate(QUOTES)
    return [word for word in (word.strip(".'") for word in _WORD.findall(plain)) if word]


def _head(words: list[str]) -> int:
    """Where the head of a noun phrase stands: its last word before a preposition."""
    for index, word in enumerate(words):
        if index and word.lower() in _BEFORE_OTHERS:
            return index - 1
    return len(words) - 1


def _is_common_plural(words: list[str], at: int) -> bool:
    """Whether only the sentence's start wrote the head large: "Forecasters at Colorado State", "Prosecutors"."""
    head = words[at].lower()
    if at or _singular(head) == head:
        return False
    return _singular(head) in _common_nouns() if len(words) == 1 else words[1].lower() in _BEFORE_OTHERS - {"of", "for"}


def _named_kind(words: list[str], head: str) -> str:
    lower = {word.lower() for word in words}
    if head.lower() in _documents() or _singular(head.lower()) in _documents():
        return "document"
    is_acronym = any(len(word) > 1 and word.isupper() for word in words)
    if lower & tables.words("organisation_words", "word") or is_acronym or " ".join(words).lower() in _states():
        return "organisation"
    if _is_person(words):
        return "person"
    return "anonymous" if head.lower() in _titles() else "unknown"


def _is_person(words: list[str]) -> bool:
    """A known given name before a surname, or a title before a name."""
    capitals = [word for word in words if word[:1].isupper()]
    if 2 <= len(words) <= MOST_WORDS_OF_A_PERSON and len(capitals) >= len(words) - 1 and _is_given(words[0]):
        return True
    for before, word, after in zip(["", *words], words, words[1:], strict=False):
        if not after[:1].isupper() or after.lower() in tables.words("titles", "title"):
            continue
        if word.lower() in _titles() or (before.lower() in _titles() and _is_given(word)):
            return True
    return False


def _is_given(word: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    return word[:1].isupper() and plain.split("-")[0] in tables.words("given_names", "name")


def _common_kind(words: list[str], head: str) -> str:
    single = _singular(head)
    if single in _documents() or head in _documents():
        return "document"
    if single in UNNAMED:
        return "anonymous"
    if {head, single} & tables.words("organisation_words", "word"):
        return "organisation"
    return "group" if single != head or head in tables.words("plurals", "plural") else "anonymous"


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


@cache
def _titles() -> frozenset[str]:
    return tables.words("titles", "title") - WEAK_TITLES


@cache
def _common_nouns() -> frozenset[str]:
    """Words that name nobody, though a sentence may begin with them."""
    lists = (("organisation_words", "word"), ("plurals", "plural"), ("source_nouns", "noun"), ("titles", "title"))
    return UNNAMED.union(*(tables.words(table, column) for table, column in lists)) - PARTY_TITLES


@cache
def _calendar() -> frozenset[str]:
    return tables.words("months", "word") | tables.words("weekdays", "word")


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(
        row["form"].lower() for row in tables.rows("demonyms") if row["kind"] == "adjective" and row["form"].lower() != row["name"].lower()
    )


@cache
def _documents() -> frozenset[str]:
    return frozenset(row["noun"].lower() for row in tables.rows("source_nouns") if row["kind"] in DOCUMENT_KINDS)


@cache
def _states() -> frozenset[str]:
    of_states = (row for row in tables.rows("demonyms") if row["group"] == "place")
    return frozenset(text.lower() for row in of_states for text in (row["form"], row["name"]) if row["kind"] != "adjective" or text == row["name"])
