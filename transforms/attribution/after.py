"""The sentence behind that says whose the number is: "Prices fell 2 percent. That's according to the Orlo Institute."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.attribution import adjuncts, cues, speakers, subjects
from transforms.attribution.cues import Cue
from transforms.attribution.link import Link
from transforms.language.document import Document, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIGURES = r"(?:figures?|numbers?|data|estimates?|tally|count|toll|totals?|findings|statistics)"
_OPENING = re.compile(
    rf"\s*(?:(?:all\s+)?(?:that|this|it|those|these|(?:the|these|those)\s+{_FIGURES})(?:['’]s|\s+(?:is|was|are|were|comes?|came))?\s+"
    r"(?P<cue>according\s+to|from)|so\s+(?:says?|said))\s",
    re.IGNORECASE,
)
_FIGURES_FIRST = re.compile(rf"\s*(?:the|these|those)\s+{_FIGURES}", re.IGNORECASE)
# "according to plan"
_NOBODY = frozenset({"plan", "plans", "schedule", "law", "tradition", "custom", "design", "need"})
_SAYS = Cue("according to", "preposition", "says", "clause")


def find(document: Document, sentence: Sentence) -> tuple[int, Link] | None:
    """The index of the sentence behind and its link, where that sentence does nothing but name the source of this one."""
    if sentence.index + 1 >= len(document.sentences):
        return None
    following = document.sentences[sentence.index + 1]
    opening = _OPENING.match(following.text)
    if opening is None or following.paragraph != sentence.paragraph or document.quotation_at(following.start) is not None:
        return None
    doc = document.doc(following.index)
    if opening["cue"] is None:
        return _inverted(doc, following.index)
    if opening["cue"].lower() == "from":
        return _sent_by(doc, following)
    links = [link for link in adjuncts.according_anywhere(doc, doc[0]) if doc[link.speaker].lower_ not in _NOBODY]
    return (following.index, links[0]) if links else None


def _sent_by(doc: Doc, following: Sentence) -> tuple[int, Link] | None:
    """ "The figures come from the ministry", not "It came from the north"."""
    word = next((t for t in doc if t.lower_ == "from"), None)
    target = next((c for c in word.children if c.dep_ == "pobj"), None) if word is not None else None
    if word is None or target is None or target.pos_ not in ("NOUN", "PROPN") or speakers.is_time(target) or not _FIGURES_FIRST.match(doc.text):
        return None
    return following.index, Link(_SAYS, word.i, word.i + 1, target.i)


def _inverted(doc: Doc, index: int) -> tuple[int, Link] | None:
    """ "So says the ministry"."""
    verb = next((t for t in doc if t.lower_ in ("says", "say", "said")), None)
    speaker = subjects.subject_of(verb) if verb is not None else None
    if verb is None or speaker is None:
        return None
    return index, Link(cues.by_form("said")[0], verb.i, verb.i + 1, speaker.i)
