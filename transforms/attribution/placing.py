"""Verbs that put a figure somewhere: "put the toll at 12", "places the loss between 2 and 3 million"; "placed 40 men at the gate" says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import cues, informants, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_placed(child: Token, parent: Token) -> bool:
    """ "put the toll at 12", not "put two plans forward"."""
    if child.dep_ == "prep":
        subject = subjects.subject_of(parent)  # "a survey put Rudd on top with 36 percent"
        if child.lower_ in _LOCATING and places_figure(parent):
            return True
        return child.lower_ == "at" or (subject is not None and informants.is_document(subject))
    if child.dep_ == "npadvmod" and places_figure(parent):
        return True
    if cues.lemma(parent) == "rate":  # "rated 12 of the claims as false"
        return child.dep_ == "dobj" and any(c.dep_ == "prep" and c.lower_ == "as" for t in (parent, child) for c in t.children)
    return child.dep_ in ("dobj", "oprd") and cues.lemma(parent) in ("peg", "value", "price")


_LOCATING = frozenset("in between near around above below over under beyond within about from".split())
_FIGURES = frozenset(
    "toll number figure count total estimate cost loss damage turnout support lead share rate magnitude epicenter epicentre "
    "hypocenter depth value price bill strength population growth inflation odds chance probability crowd attendance".split()
)


def places_figure(verb: Token) -> bool:
    """ "placed the toll in the hundreds", "puts the epicentre 9 km south": what is placed can only be put into words."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in _FIGURES for c in verb.children)
