"""Transcripts: turns under a speaker's label ("MAYOR ROE: …") and what lies in each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.attribution import speakers
from transforms.language.document import Document

_CAPITALS = r"(?:[A-Z][A-Z.'’\-]*)(?:[ ,]+(?:[A-Z][A-Z.'’\-]*)){0,6}"
_NAME = r"(?:[A-Z][\w.'’\-]*)(?: [A-Z][\w.'’\-]*){0,4}"
_LABEL = re.compile(rf"^[ \t]*[\"“]?({_CAPITALS}|[QA]|{_NAME})(?: \([^)\n]{{1,60}}\))?:[ \t]+(?=\S)", re.MULTILINE)
_ASKERS = frozenset(("question", "q", "reporter", "moderator", "interviewer"))
_HEADINGS = frozenset(
    "note update correction source sources photo video read watch related editor's more also here headline breaking live contact".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break: `start` of the label, `label_end`, `end` of the turn."""

    start: int
    label_end: int
    end: int
    label: str


_SET_OFF = re.compile(
    r"^[ \t]*((?:[\w’'.,()\-]+ ){0,24}?)((?:[A-Z][\w.’'\-]+ ){1,5})(?:also |has |have )?(?:said|says|added|stated|commented|continued)"
    r"(?: (?:on|in|at|after|to|following|today)\b[^\n:\"“]{0,80})?:[ \t]*\n\s*(?=[A-Z0-9£$€])",
    re.MULTILINE,
)
_PARAGRAPHS = 8
_ENDS = re.compile(
    r"\b(?:said|says|added|told)\b[^\n]{0,40}(?:[:.]|\n)|^[ \t]*(?:notes? to editors?|ends?|background|contact|further information|notes|[-–*•#])",
    re.IGNORECASE | re.MULTILINE,
)


def find(document: Document) -> list[Turn]:
    """The turns of a transcript, or the statements set off in a release, in order; empty for other articles."""
    return _transcript(document) or _statements(document.text)


def _statements(text: str) -> list[Turn]:
    """ "Minister Orr said:" on a line of its own, and the paragraphs without marks behind it until somebody else speaks or a heading."""
    found = []
    for match in _SET_OFF.finditer(text):
        name = _without_office(match.group(2).strip())
        start = match.end(2) - 1 - len(name)
        found.append(Turn(start, start + len(name), _end_of_statement(text, match.end()), name))
    return found


def _without_office(words: str) -> str:
    """ "Rivers Minister Ada Orr" is Ada Orr."""
    parts = words.split(" ")
    office = next((i for i in range(len(parts) - 2, -1, -1) if parts[i].lower().rstrip(".") in speakers.titles()), -1)
    return " ".join(parts[office + 1 :])


def _end_of_statement(text: str, start: int) -> int:
    end = start
    for count, paragraph in enumerate(re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text[start:])):
        line = paragraph.group().strip()
        is_heading = len(line) < 80 and line[-1:].isalnum()
        if count == _PARAGRAPHS or _ENDS.search(line) or is_heading or line[:1] in '"“':
            break
        end = start + paragraph.end()
    return end


def _transcript(document: Document) -> list[Turn]:
    labels = [m for m in _LABEL.finditer(document.text) if m.group(1).split()[0].lower() not in _HEADINGS and _is_prose(document.text, m.end())]
    labels = [m for m in labels if _is_label(m.group(1), labels)]
    if not labels:
        return []
    ends = [m.start() for m in labels[1:]] + [len(document.text)]
    turns = [Turn(m.start(1), m.end(1), _end(document.text, m, end), m.group(1)) for m, end in zip(labels, ends, strict=True)]
    return [turn for turn in turns if turn.label.lower() not in _ASKERS | {"a"}]


def _is_prose(text: str, start: int) -> bool:
    """Whether what follows the label is speech, not a row of a table ("Hadley: 547 votes")."""
    line = re.match(r".*", text[start : start + 400]).group()  # type: ignore[union-attr]
    words = re.findall(r"[A-Za-z][a-z’']*", line)
    is_row = re.match(r"[\W_]*\d", line) is not None
    ends = ("?", "!") if is_row else ("?", "!", ".")  # "COL. ROE: Thanks."
    return len(words) >= (5 if is_row else 2) or bool(words) and line.rstrip().endswith(ends)


def _end(text: str, label: re.Match[str], next_label: int) -> int:
    """A turn under capitals runs to the next label; under a name in small letters narration may follow its paragraph."""
    if label.group(1).isupper():
        return next_label
    line_end = text.find("\n", label.end())
    return min(next_label, line_end if line_end >= 0 else len(text))


def _is_label(label: str, labels: list[re.Match[str]]) -> bool:
    words = label.lower().replace(".", "").split()
    capitals = label.upper() == label and len(label) > 1
    titled = any(word in speakers.titles() for word in words[:-1])
    asked = words[0] in _ASKERS or label in ("Q", "A")
    again = sum(other.group(1) == label for other in labels)
    if capitals:
        return titled or again > 1 or asked and len(labels) > 1
    is_dialogue = any(sum(o.group(1) == other.group(1) for o in labels) > 1 for other in labels)
    return (again > 1 or (is_dialogue and len(words) > 1)) and len({other.group(1) for other in labels}) > 1
