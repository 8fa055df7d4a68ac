"""Whose words a quotation holds: the cue before it, behind it, or in the paragraphs around it.

Cues are looked for in the characters beside the marks; the sentence with the cue is parsed only when one is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.attribution import adjuncts, cues, labels, speakers, subjects
from transforms.attribution.link import Link
from transforms.language.document import Document
from transforms.language.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AFTER = re.compile(r"[^\n\"“]{0,220}")
# `…." Roe said.`: nothing but the speaker and the cue to the end of the line
_CLOSING = re.compile(r" ?(?:[A-Z][\w.’'-]* ){1,4}(\w+)\.(?:\n|$)")
_SIGNED = re.compile(r"\s?(?:―|—|–|--|-)\s?((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){1,3})\.?\s*(?:,[^\n]{0,60})?(?:\n|$)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Voice:
    """The link that gives a quotation its speaker, and the sentence where it stands."""

    sentence: int
    link: Link


def voice(document: Document, number: int, memo: dict[int, Voice | None]) -> Voice | None:
    """The voice of quotation `number` (its index in the document), None when nobody is named; `memo` keeps what was found."""
    if number in memo:
        return memo[number]
    memo[number] = None
    found = (
        _behind(document, document.quotations[number]) or _ahead(document, document.quotations[number]) or _from_neighbours(document, number, memo)
    )
    memo[number] = found
    return found


def _behind(document: Document, quotation: Quotation) -> Voice | None:
    """`"…," the mayor said`, `"…?" asked the mayor`."""
    text = document.text
    if not quotation.is_closed:
        return None
    inside = text[quotation.start : quotation.end].rstrip("\"”'»’ ")
    after = _AFTER.match(text, quotation.end)
    tail = after.group() if after else ""
    if not tail.strip():
        return None
    signed = _SIGNED.match(tail)
    if signed is not None:
        return _signature(document, quotation.end + signed.start(1), quotation.end + signed.end(1))
    if inside.endswith(".") and not tail.lstrip()[:1].islower():
        closing = _CLOSING.match(tail)
        verb = cues.verb_pattern().fullmatch(closing.group(1)) if closing is not None else None
        return _verb_at(document, quotation.end + closing.start(1)) if closing is not None and verb is not None else None
    if not inside.endswith((",", "?", "!", "—", "–", "-", "…")) and not tail.startswith((",", " ", "—")):
        return None
    tail = tail[: _sentence_end(document, quotation, inside) - quotation.end]
    # the first words that look like a cue may be none: `…," State Auditor Ada Orr said`
    found = (_verb_at(document, quotation.end + match.start(), after_quote=quotation.end) for match in cues.verb_pattern().finditer(tail))
    return next((voice for voice in found if voice is not None), None)


def _signature(document: Document, start: int, end: int) -> Voice | None:
    """`“…” — Ada Orr` at the end of a line."""
    sentence = document.sentence_at(start)
    doc = document.doc(sentence.index)
    names = [token for token in doc if start <= sentence.start + token.idx < end and token.pos_ in ("PROPN", "NOUN")]
    if not names:
        return None
    dash = next((token.i for token in doc if sentence.start + token.idx >= start), names[0].i)
    return Voice(sentence.index, Link(cues.Cue("—", "speech", "says", "quote"), max(dash - 1, 0), max(dash, 1), names[-1].i))


def _sentence_end(document: Document, quotation: Quotation, inside: str) -> int:
    """Where the words that may name the speaker behind a quotation end: with its sentence, or the next after "?" and "!"."""
    sentence = document.sentence_at(quotation.end - 1)
    if sentence.end <= quotation.end and inside.endswith(("?", "!", "…")) and sentence.index + 1 < len(document.sentences):
        following = document.sentences[sentence.index + 1]
        if following.paragraph == sentence.paragraph and following.end - following.start < 120:
            return following.end
    return max(sentence.end, quotation.end)


def _ahead(document: Document, quotation: Quotation) -> Voice | None:
    """`The mayor said: "…"`, `The mayor said, "…"`, or a paragraph that ends with a colon before the quotation."""
    text = document.text
    before = text[max(0, quotation.start - 300) : quotation.start]
    stripped = before.rstrip()
    sentence = document.sentence_at(quotation.start)
    if sentence.start == quotation.start and not stripped.endswith(":"):
        return None
    start = quotation.start - len(before)
    matches = list(cues.verb_pattern().finditer(before))
    for match in reversed(matches):
        if document.sentence_at(start + match.start()).index < document.sentence_at(start + len(stripped) - 1).index:
            break
        if any(other.start <= start + match.start() < other.end for other in document.quotations):
            continue  # a cue within the words quoted before
        between = before[match.end() :]
        if not stripped.endswith((":", ",")) and len(between.split()) > 12:
            continue
        found = _verb_at(document, start + match.start())
        if found is not None:
            return found
    if stripped.endswith(":"):
        return _leading(document, start + len(stripped) - 1)
    return None


def _leading(document: Document, colon: int) -> Voice | None:
    """`Jane Roe of the Institute: "…"`: whom the words before the colon name."""
    sentence = document.sentence_at(colon)
    doc = document.doc(sentence.index)
    speaker = labels.speaker(doc, colon - sentence.start)
    if speaker is None:
        return _spoken(document, sentence.index)
    token = next((t.i for t in doc if sentence.start + t.idx >= colon), len(doc) - 1)
    return Voice(sentence.index, Link(cues.Cue(":", "speech", "says", "quote"), token, token + 1, speaker.i))


def _verb_at(document: Document, position: int, after_quote: int | None = None) -> Voice | None:
    sentence = document.sentence_at(position)
    doc = document.doc(sentence.index)
    token = next((t for t in doc if sentence.start + t.idx <= position < sentence.start + t.idx + len(t)), None)
    if token is None:
        return None
    rows = [row for row in cues.verb_cues(token) if row.kind != "evidence"]
    is_put = bool(rows) and rows[0].text in adjuncts.PLACING and not (token.i + 1 < len(doc) and token.nbor().lower_ == "it")
    if not rows or is_put:  # "As Orr put it, “…”" speaks, "rated this: “…”" does not
        return None
    subject = subjects.subject_of(token)
    if token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).pos_ == "PROPN":
        subject = token.nbor(-1)  # "footage of Ada Orr asking, “…”"
    if subject is not None and speakers.is_time(subject):
        subject = None
    if subject is not None and after_quote is not None and sentence.start + subject.idx < after_quote:
        subject = _between(doc, after_quote - sentence.start, token.i) or subject
    if subject is None and after_quote is not None:
        subject = _between(doc, after_quote - sentence.start, token.i)
    if subject is None or subject.lower_ in _SPOKEN_TO:
        return None
    return Voice(sentence.index, Link(rows[0], token.i, token.i + 1, subject.i))


_SPOKEN_TO = frozenset(("you", "what", "that", "which", "there"))


def _between(doc: Doc, character: int, verb: int) -> Token | None:
    """The noun between a quotation's end and the verb, where the parse goes astray."""
    for token in doc[:verb]:
        if token.idx >= character and token.pos_ in ("PROPN", "NOUN", "PRON"):
            while token.dep_ == "compound" and token.head.i < verb and token.head.i > token.i:
                token = token.head
            return token
    return None


def _from_neighbours(document: Document, number: int, memo: dict[int, Voice | None]) -> Voice | None:
    """A quotation without a cue goes on in the voice of what stands before it, in this paragraph or the last."""
    text, quotation = document.text, document.quotations[number]
    if len(text[quotation.start : quotation.end].split()) < 4:
        return None
    own = document.sentence_at(quotation.start)
    if number > 0:
        previous = document.quotations[number - 1]
        gap = text[previous.end : quotation.start]
        breaks = len(_PARAGRAPH.findall(gap))
        if breaks == 0 or (breaks == 1 and not gap.strip()):
            return voice(document, number - 1, memo)
        if breaks == 1 and own.start == quotation.start and document.sentence_at(previous.end - 1).index >= own.index - 1:
            return voice(document, number - 1, memo)
    if own.start == quotation.start and own.index > 0:
        return _spoken(document, own.index - 1)
    return None


def _spoken(document: Document, index: int) -> Voice | None:
    """The voice of a sentence whose main verb is one of saying."""
    sentence = document.sentences[index]
    if cues.verb_pattern().search(sentence.text) is None:
        return None
    doc = document.doc(index)
    root = next((token for token in doc if token.head == token), None)
    rows = cues.verb_cues(root) if root is not None else ()
    if root is None or not rows or rows[0].kind != "speech":
        return None
    asked = next((c for c in root.children if c.dep_ == "nsubjpass"), None) if cues.lemma(root) == "ask" else None
    subject = asked or subjects.subject_of(root)  # "Roe was asked about it by a reporter. “…”"
    return Voice(index, Link(rows[0], root.i, root.i + 1, subject.i)) if subject is not None else None
