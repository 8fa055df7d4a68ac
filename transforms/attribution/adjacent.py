"""Cues that stand right before a clause, whatever the parser made of them: "Roe charges that …", "files from the firm show …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import cues, informants, speakers
from transforms.attribution.link import Link

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "PRON", "NUM", "PART"))
_LINKING = frozenset("of from by in at for with".split())


def before_clause(doc: Doc, number: Token) -> Link | None:
    """The cue and its speaker that stand right before a clause which holds the number."""
    found = _before_number(doc, number)
    if found is not None:
        return found
    node = number
    while True:
        subjects = [c for c in node.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")] if node.pos_ in ("VERB", "AUX") else []
        subject = subjects[-1] if subjects else None
        if subject is not None and subject.left_edge.i > 1:
            found = _cue_at(doc, subject.left_edge.i - 1)
            if found is not None:
                return found
        if node.head == node:
            return None
        node = node.head


_HEDGES = frozenset(
    "at least most more than less fewer about around some nearly almost over under up to as many few much close roughly approximately only just "
    "between from and an a the another other estimated additional further also $ € £".split()
)


def _before_number(doc: Doc, number: Token) -> Link | None:
    """ "Roe said between 4 and 6 men": the cue with nothing but hedges between it and the number."""
    i = number.i - 1
    while i > 1 and number.i - i < 7 and (doc[i].lower_ in _HEDGES or doc[i].tag_ == "CD"):
        i -= 1
    rows = cues.by_form(doc[i].lower_) if i > 0 else ()
    if not any(row.kind == "speech" and row.takes != "quote" for row in rows) or cues.lemma(doc[i]) not in _PLAIN:
        return None
    return _cue_at(doc, i)


_PLAIN = frozenset("say estimate announce state confirm".split())


def _cue_at(doc: Doc, i: int) -> Link | None:
    is_that = doc[i].lower_ == "that"
    i -= is_that
    if i < 1:
        return None
    verb = doc[i]
    rows = cues.by_form(verb.lower_)
    is_misread = verb.tag_ in ("NNS", "NN") and verb.text.islower()
    if not rows or not (verb.tag_ in _FINITE or is_misread):
        return None
    speaker = speaker_before(doc, i)
    if speaker is None or informants.is_asked(speaker):
        return None
    can_show = informants.is_document(speaker)
    is_named = speaker.text[:1].isupper() and doc[i + 1].lower_ in ("he", "she", "they", "it")  # "Roe claims he has 3 barns"
    if is_misread and not is_that and not can_show and not is_named:
        return None
    row = next((row for row in rows if (row.kind == "evidence") == can_show), rows[0])
    if row.takes == "quote" or row.kind == "intent" or (row.kind == "evidence" and not can_show):
        return None
    return Link(row, verb.i, verb.i + 1, speaker.i)


def speaker_before(doc: Doc, verb: int) -> Token | None:
    """The head of the noun phrase right before a verb: past adverbs and ", 44," to the noun before the first preposition."""
    last = verb - 1
    while last > 0 and doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    if last > 0 and doc[last].lower_ == "who":  # "Roe, who brags he has won 3 races"
        last -= 1 + (doc[last - 1].text == ",")
    if last > 2 and doc[last].text == "," and doc[last - 1].pos_ == "NUM" and doc[last - 2].text == ",":
        last -= 3
    first = last + 1
    while first > 0 and _is_within(doc, first - 1):
        first -= 1
    end = next((i for i in range(first + 1, last + 1) if doc[i].pos_ == "ADP" or doc[i].tag_ == "VBN"), last + 1)
    head = doc[end - 1]
    if end <= first or head.pos_ not in ("NOUN", "PROPN", "PRON") or head.tag_ in ("WDT", "WP") or speakers.is_time(head):
        return None
    return head


def _is_within(doc: Doc, i: int) -> bool:
    """Whether a noun phrase can run over the token: "data compiled by the firm", "files from the firm"."""
    if doc[i].tag_ == "VBN":
        return i > 0 and doc[i + 1].lower_ in ("by", "from", "for") and doc[i - 1].pos_ in ("NOUN", "PROPN")
    return doc[i].pos_ in _NOMINAL and (doc[i].pos_ != "ADP" or doc[i].lower_ in _LINKING)
