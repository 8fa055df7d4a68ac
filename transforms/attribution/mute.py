"""What cannot speak: floods, tolls and dates as subjects, and verbs of saying in another sense ("claimed 40 lives").

Only grammar and the table of mute nouns; who does speak is settled in `speakers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTICLES = frozenset(("up", "in", "out", "away", "back"))
_PATIENTS = frozenset("people person patient man woman child student member refugee migrant case resident soldier victim passenger".split())
_LIVES = frozenset("life victim toll dead soul casualty seat crown title medal prize".split())
_RECORDED = frozenset("album song track single record version video cover demo tape concert episode podcast interview goal assist win".split())
_DECREED = frozenset("curfew emergency war mourning holiday ceasefire truce bankruptcy strike independence dividend".split())
_DATELINE = re.compile(r"^[A-Z][A-Z.'’ -]{2,}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?(?: ?\([^)]{2,30}\))?,? ?(?:--?|–|—|_)+ *")


def nouns() -> frozenset[str]:
    """Lower-case nouns of kinds and quantities, which say nothing."""
    return tables.words("mute_nouns", "noun")


def cannot_speak(head: Token) -> bool:
    """Whether the token heads a phrase that is no speaker: a happening, a quantity, a time, "473 of them"."""
    if head.pos_ == "NUM" or head.tag_ == "CD":
        return True
    if head.pos_ == "PROPN" and head.text[:1].isupper():
        return False
    if head.lemma_.lower() in nouns():
        # "the police toll", "the army's total" are somebody's count
        is_count = head.lemma_.lower() in ("toll", "total")
        return not (is_count and any(c.dep_ in ("compound", "poss", "nmod") and c.lemma_.lower() != "death" for c in head.children))
    return head.lower_ == "number" and any(child.lower_ == "of" for child in head.rights)


def is_other_sense(verb: Token) -> bool:
    """Whether a verb of saying says nothing here: floods claim lives, hospitals admit patients, shares give up points."""
    lemma = verb.lemma_.lower()
    if lemma == "claim":
        return any(child.dep_ == "dobj" and child.lemma_.lower() in _LIVES for child in verb.children)
    if lemma == "record":
        return any(child.dep_ == "dobj" and child.lemma_.lower() in _RECORDED for child in verb.children)
    if lemma == "declare":
        return any(child.dep_ == "dobj" and child.lemma_.lower() in _DECREED for child in verb.children)
    if lemma == "admit":
        return any(child.dep_ == "dobj" and child.lemma_.lower() in _PATIENTS for child in verb.children)
    if lemma == "give":
        return any(child.dep_ == "prt" or child.i == verb.i + 1 and child.lower_ in _PARTICLES for child in verb.children)
    return False


def past_dateline(speaker: Token, verb: Token) -> Token:
    """The speaker behind "TARVIK, Norland (AP) --" where the parser takes the place of the dateline for it."""
    if speaker.i >= 12 or not speaker.text.isupper() or verb.i <= speaker.i:
        return speaker
    start = _dateline_end(speaker.doc)
    if not start or speaker.idx >= start:
        return speaker
    behind = [token for token in speaker.doc[: verb.i] if token.idx >= start and token.pos_ in ("NOUN", "PROPN", "PRON")]
    top = next((token for token in behind if token.head.idx < start or token.head.i >= verb.i), None)
    return top if top is not None else speaker


def _dateline_end(doc: Doc) -> int:
    match = _DATELINE.match(doc.text)
    return match.end() if match is not None else 0
