"""Splitting text into paragraphs and sentences by punctuation, fast, without a model.

Line breaks end a sentence where a blank line follows or the line looks complete; abbreviations, initials, decimals and
quotation marks after the full stop do not.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr drs prof profs gen gens col lt sgt capt maj brig cpl cdr insp supt asst cmdr adm rev sen sens rep reps gov govs pres sec "
    "st mt ft jr sr hon messrs mme mlle "
    "vs etc al inc ltd co corp bros dept univ assn est approx apt ave blvd rd no nos vol fig pp ed eds cf ca viz "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo "
    "sq cu lb lbs oz mph km kg".split()
)
# after these a capital letter often starts the next sentence, so they hold a sentence together only before a lower-case letter or a digit
_MAY_END = frozenset("etc inc ltd co corp jr sr al st no km kg mph lb lbs oz est dept univ ind ill miss wash del mar".split())
# a longer stretch without a full stop is no prose (tables, minified data); it is cut at a space so that parsing stays cheap
LONGEST = 1500
_STOP = re.compile(r"""([.!?…]+)(["'”’»)\]]*)(\s+)(?=(\S))""")
_BREAK = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*(?:\n\s*)?|\u2029|\u2028")
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘—–-])((?:[^\W\d_]\.)*[^\W\d_]+)$")
_SENTENCE_END = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")


def split(text: str) -> list[tuple[int, int, int]]:
    """(start, end, paragraph) of each sentence, in order, without the white space around them."""
    found: list[tuple[int, int, int]] = []
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        found.extend((s, e, paragraph) for s, e in _sentences(text, start, end))
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph. A single line break ends one too, unless it wraps a running sentence."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if _wraps(text, start, match):
            continue
        _add(spans, text, start, match.start())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _wraps(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a single line break lies inside a sentence: a long unfinished line followed by a lower-case word."""
    if _BLANK.search(match.group()) or match.group()[0] in "\u2028\u2029" or match.end() >= len(text):
        return False
    line_start = max(text.rfind("\n", 0, match.start()) + 1, start)
    line = text[line_start : match.start()]
    following = text[match.end()]
    if len(line) < 40 or _SENTENCE_END.search(line[-6:]):
        return False
    return following.islower() or (following.isdigit() and len(line) >= 50) or (len(line) >= 55 and line[-1:] == ",")


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, match):
            _add_bounded(spans, text, start, match.end(2))
            start = match.end()
    _add_bounded(spans, text, start, end)
    return spans


def _add_bounded(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        _add(spans, text, start, cut)
        start = cut
    _add(spans, text, start, end)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = match.group(4)
    if following.islower() or following in ",;:)]}%":
        return False
    if match.group(1) != ".":
        # a quoted question or exclamation runs on into its verb of saying, which is lower-case
        return True
    word = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    if word is None:
        return True
    last = word.group(1)
    lowered = last.lower()
    if len(last) == 1 and last.isupper():
        # an initial ("John F. Kerry"), unless it is a plain letter after a lower-case word's article ("vitamin C. It")
        return bool(match.group(2))
    if "." in last:
        # "U.S. officials" or "9 a.m. The": ends a sentence only before a word that starts sentences
        return _starts_sentence(text, match.end())
    if lowered in _ABBREVIATIONS and (last[0].isupper() or lowered in _MAY_END or following.isdigit()):
        return lowered in _MAY_END and following.isupper() and _starts_sentence(text, match.end())
    return True


_STARTERS = frozenset(
    "the a an this that these those it he she they we i you in on at by for from but and or so as if when while after before "
    "since there here its his her their our my what who how why where which however meanwhile earlier later last next "
    "some many most more all no not one two three with under over also still yet then now about according".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def _starts_sentence(text: str, position: int) -> bool:
    match = _WORD.match(text, position + (1 if text[position] in "\"'“‘(" else 0))
    return match is not None and match.group().lower() in _STARTERS and match.group()[0].isupper()
