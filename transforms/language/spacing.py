"""The text with plain spacing: lines that a mail or a text file wrapped are joined, odd and doubled spaces become one.

The rules read the plain text; `Spacing.span` leads from it back to the text as it is stored, so that offsets stay those of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\S+")
# the widths at which mails, wires and editors break lines
_NARROWEST, _WIDEST = 50, 120
# items, quoted mail, rules across the page, and labelled lines ("published: 2024-10-28")
_LIST_LINE = re.compile(r"\s*(?:[-*•·–—>|#]\s|\(?(?:\d{1,3}|[a-z])[.)]\s|[-=_*]{2,}|[\w-]{2,20}:(?:\s|$))")
_FRAGMENT = 25
_AT_LEAST, _MOSTLY = 2, 0.7
_DANGLING = re.compile(
    r"(?:[,$£€]|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|than|about|around|nearly|almost|over|under|some|least|most|more|between|their|its|his|her|that"
    r"|which|was|were|is|are|said|says|Mr\.|Mrs\.|Ms\.|Dr\.|Gen\.|Sen\.|Gov\.))$"
)
_ENDING = 6
_INITIALS = re.compile(r"\b[A-Z]\.$")
_COMPLETE = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
# two or three spaces are typing habit, more are the columns of a table; between digits a no-break space parts thousands
_ODD = re.compile(
    r"(?<=\S)(?:[ \u00a0]{2,3}|[\u2002-\u2008\u200a\u205f]|\t)(?=\S)"
    r"|(?<=[^\s\d])[\u00a0\u2009\u202f](?=\S)|(?<=\d)[\u00a0\u2009\u202f](?=[^\s\d])"
)
_ANY = re.compile(r"\n|  |[\u00a0\t\u2002-\u200a\u202f\u205f]")


@dataclass(frozen=True, slots=True)
class Spacing:
    """`text` is what the rules read; `origins` gives for each of its characters its offset in the stored text, None if they are the same."""

    text: str
    origins: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the span of the plain text stands in the stored one."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1 if end > start else self.origins[start]

    def plain(self, offset: int) -> int:
        """Where an offset of the stored text stands in the plain one."""
        return offset if self.origins is None else bisect_left(self.origins, offset)


def plain(text: str) -> Spacing:
    """The text with plain spacing; the same text where nothing is to mend, which is the usual case."""
    if _ANY.search(text) is None:
        return Spacing(text)
    gaps = sorted([*_wraps(text), *(match.span() for match in _ODD.finditer(text))])
    if not gaps or all(text[start:end] == " " for start, end in gaps):
        return Spacing(text)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for start, end in gaps:
        if start < at:
            continue
        pieces += (text[at:start], " ")
        origins += (*range(at, start), start)
        at = end
    pieces.append(text[at:])
    origins += range(at, len(text) + 1)
    return Spacing("".join(pieces), tuple(origins))


def _wraps(text: str) -> list[tuple[int, int]]:
    """The line breaks, with the spaces around them, that only break a running paragraph at a fixed width."""
    blocks = _blocks(text)
    widths = [max(end - start for start, end in lines) for lines in blocks]
    usual = max((width for lines, width in zip(blocks, widths, strict=True) if _is_wrapped(text, lines, width)), default=0)
    found: list[tuple[int, int]] = []
    for lines, width in zip(blocks, widths, strict=True):
        # a paragraph of two lines is no evidence of its own, but breaks where the longer ones do
        broken_at = usual if width <= usual else width if _is_wrapped(text, lines, width) else 0
        for left, right in pairwise(lines):
            full = broken_at > 0 and _is_full(text, left, right, broken_at)
            if full or _runs_on(text, left, right, _NARROWEST <= width <= _WIDEST and _is_full(text, left, right, width)):
                found.append((left[1], right[0]))
    return found


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Start and end, without the spaces around it, of each line of the blocks of two lines and more that no blank line parts."""
    blocks: list[list[tuple[int, int]]] = []
    lines: list[tuple[int, int]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        if bare:
            first = at + len(line) - len(line.lstrip())
            lines.append((first, first + len(bare)))
        else:
            if len(lines) > 1:
                blocks.append(lines)
            lines = []
        at += len(line) + 1
    return blocks


def _is_wrapped(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Whether most lines of a block are as full as they can be, and a sentence runs on behind one of them."""
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = [(left, right) for left, right in pairwise(lines) if _is_full(text, left, right, width)]
    inside = any(text[right[0]].islower() and not _is_complete(text, left) for left, right in full)
    return inside and len(full) >= max(_AT_LEAST, _MOSTLY * (len(lines) - 1))


def _is_full(text: str, left: tuple[int, int], right: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word had no room on this one, as in text that is broken at a width."""
    word = _WORD.match(text, right[0], right[1])
    if word is None or _LIST_LINE.match(text, right[0], right[1]):
        return False
    return left[1] - left[0] + 1 + len(word[0]) > width


def _runs_on(text: str, left: tuple[int, int], right: tuple[int, int], is_full: bool) -> bool:
    """Whether the sentence plainly goes on behind the break: it has no end before it, and no capital follows unless it has to go on."""
    if _LIST_LINE.match(text, right[0], right[1]):
        return False
    if left[1] - left[0] < _FRAGMENT:
        return False
    if _DANGLING.search(text, left[0], left[1]):
        return True
    return not _is_complete(text, left) and (text[right[0]].islower() or is_full and not text[right[0]].isupper())


def _is_complete(text: str, line: tuple[int, int]) -> bool:
    """Whether a sentence or label ends with the line; "U.S." and an initial are no end."""
    end = text[max(line[1] - _ENDING, line[0]) : line[1]]
    return _COMPLETE.search(end) is not None and _INITIALS.search(end) is None
