"""Headlines that name their source beside a colon or a dash: "12 dead in fire: officials", "Mayor: 12 dead"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.attribution import informants, speakers
from transforms.attribution.naming import Names
from transforms.language.document import Sentence

_LONGEST_WORDS = 25
_LONGEST_SPEAKER = 5
_AHEAD = re.compile(r"^([A-Z][\w.’'&/-]*(?: [\w.’'&/-]+){0,4}): +(?=\S)")
_BEHIND = re.compile(r"(?:: | [-–—] |, )([A-Za-z][\w.’'&/-]*(?: [\w.’'&/-]+){0,4})$")


@dataclass(frozen=True, slots=True)
class HeadlineSource:
    """Span of the speaker's words in the article, and of the mark that attributes."""

    start: int
    end: int
    cue_start: int


def find(sentence: Sentence, start: int, end: int, names: Names) -> HeadlineSource | None:
    """The source that a headline gives for the number at start to end (code points of the article)."""
    text = sentence.text.rstrip()
    if text.endswith((".", "!", '"', "”")) or len(text.split()) > _LONGEST_WORDS:
        return None
    number = (start - sentence.start, end - sentence.start)
    ahead = _AHEAD.match(text)
    if ahead is not None and ahead.end() <= number[0] and _speaks(ahead.group(1), names):
        return HeadlineSource(sentence.start, sentence.start + ahead.end(1), sentence.start + ahead.end(1))
    behind = _BEHIND.search(text)
    if behind is not None and number[1] <= behind.start() and _speaks(behind.group(1), names):
        return HeadlineSource(sentence.start + behind.start(1), sentence.start + behind.end(1), sentence.start + behind.start())
    return None


def _speaks(words: str, names: Names) -> bool:
    """Whether the few words are somebody who informs: an office, a body or a person whom the article names in full."""
    parts = words.split()
    if len(parts) > _LONGEST_SPEAKER or any(part.isdigit() for part in parts):
        return False
    last = parts[-1].lower()
    nouns = informants.document_nouns()
    if last in nouns or last.removesuffix("s") in nouns or last in speakers.titles():
        return True
    if not parts[-1][0].isupper():
        return False
    if any(part.lower() in speakers.organisation_words() for part in parts) or (parts[-1].isupper() and 1 < len(parts[-1]) < 7):
        return True
    return names.is_person(words)
