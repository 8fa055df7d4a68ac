"""Headlines in title case, told to the tagger as running text: capitals go where the word is a common one.

"Quake Kills 40 In Osk" is read as "quake kills 40 in Osk". Lengths never change, so that all offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from transforms.language import tables

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 140
_FEWEST_WORDS, _FEWEST_LONG_WORDS = 4, 2
_SHARE = 0.75
_SMALL = frozenset(
    "a an the in on at of to for by with from and or but as after before over under near into than off up out down no not is are was "
    "were be been has have had will would could may its his her their it he she they who that this more most less least "
    "about amid against during since until".split()
)


def is_title_case(text: str) -> bool:
    """Whether nearly all of the line's words begin with a capital, as in a headline; whole words in capitals don't count."""
    if len(text) > _LONGEST or text.rstrip().endswith((".", "!”", ".”", '."')):
        return False
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    if len(words) < _FEWEST_WORDS or words[0][0].islower():
        return False
    words = [word for word in words if len(word) > 3]
    if len(words) < _FEWEST_LONG_WORDS:
        return False
    return sum(word[0].isupper() for word in words) >= _SHARE * len(words)


def soften(text: str, is_common: Callable[[str], bool]) -> str:
    """The headline with small letters where a word is a common one of English or, by `is_common`, of its article."""

    def small(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        if word.isupper() and len(word) > 1 or len(lower) != len(word):
            return word
        return lower if lower in _SMALL or lower in _known() or is_common(lower) else word

    return _WORD.sub(small, text)


@cache
def _known() -> frozenset[str]:
    """Verbs and nouns of the tables of metrics and cues with their plain inflections."""
    found: set[str] = set()
    for row in tables.rows("metrics"):
        first = row["words"].split()[0]
        if row["part"] == "verb":
            stem = first.removesuffix("e")
            found |= {first, f"{first}s", f"{first}es", f"{stem}ed", f"{stem}ing", f"{first}ed", f"{first}ing"}
        elif " " not in row["words"]:
            found |= {first, f"{first}s", f"{first}es"}
    return frozenset(found - _NAMES)


# words of the tables that are also names of places, months or persons
_NAMES = frozenset("china turkey march may chad bill mark grant rob cook fisher judge miller hunter baker king prince".split())
