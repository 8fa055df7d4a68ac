"""The text as it is stored: which characters are kept, how title and body are joined.

Control, bidirectional and zero-width characters are taken out here, before the text is stored, so that every later offset
is into what a reader sees and a terminal can't be driven by an article. Words are never changed.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029|\x0b|\x0c")
_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|[@-Z\\-_])?")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_TRAILING = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDING = ".:!…– -"


def characters(text: str) -> str:
    """NFC, Unix line ends, no terminal sequences, no invisible or unpaired characters, no more than one blank line."""
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    text = _INVISIBLE.sub("", _TERMINAL.sub("", text))
    return _BLANKS.sub("\n\n", _TRAILING.sub("", text)).strip()


def line(text: str) -> str:
    """One line of metadata: characters cleaned, white space folded."""
    return _SPACES.sub(" ", characters(text)).strip()


def compose(title: str | None, body: str) -> str:
    """Title, blank line, body; a body that starts with its title keeps its own first line."""
    if not title or _starts_with(body, title):
        return body
    return f"{title}\n\n{body}"


def _starts_with(body: str, title: str) -> bool:
    """Whether the body's first line is the title, but for case, spacing and closing punctuation."""
    wanted = line(title).casefold().rstrip(_ENDING)
    return not wanted or line(body.split("\n", 1)[0]).casefold().rstrip(_ENDING) == wanted


def word_count(text: str) -> int:
    """Words as white space parts them."""
    return len(text.split())


def has_words(text: str, least: int) -> bool:
    """Whether there are so many words of two letters and more: a text of numbers only has none."""
    return sum(1 for _ in islice(_WORD.finditer(text), least)) >= least
