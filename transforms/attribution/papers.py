"""Papers and counts that stand beside the clause of a number: "in a poll by X", "by the ministry's count", "by most accounts"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import informants
from transforms.attribution.cues import Cue
from transforms.attribution.link import Link
from transforms.language.lookup import once_a_sentence, positions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BY_COUNT = frozenset("figure admission count tally estimate reckoning account calculation estimation".split())
# "by most accounts", "by varying reports"
_HEARSAY = frozenset({"reports", "accounts", "estimates"})
_HEARD = frozenset("all most many some several varying various different conflicting initial early preliminary local official media press".split())
_IN_VIEW = frozenset("view word opinion estimation telling".split())


def owner_of(noun: Token) -> Token | None:
    """Whose estimate, claim or figures: the possessor or the phrase with "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def in_document(child: Token, node: Token) -> Link | None:
    """ "in a poll", "by the ministry's count", "in X's view"."""
    if child.dep_ not in ("prep", "agent") or child.lower_ not in ("in", "by", "per"):
        return None
    noun = next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    kind = informants.document_nouns().get(noun.lemma_.lower())
    cue = Cue(child.lower_, "preposition", "says", "clause")
    if child.lower_ == "per" and child.i == child.sent.start:
        return Link(cue, child.i, child.i + 1, noun.i)
    if child.lower_ == "in" and kind == "survey" and _is_survey(noun):
        return Link(cue, child.i, child.i + 1, noun.i)
    if child.lower_ == "by" and noun.lower_ in _HEARSAY and (child.i == child.sent.start or _HEARD & {token.lower_ for token in noun.lefts}):
        return Link(cue, child.i, child.i + 1, noun.i)
    owned = _BY_COUNT if child.lower_ == "by" else _IN_VIEW
    if noun.lemma_.lower() in owned and node.pos_ in ("VERB", "AUX"):
        owner = owner_of(noun)
        if owner is not None:
            return Link(cue, child.i, noun.i + 1, owner.i)
    return None


@once_a_sentence
def _surveys(doc: Doc) -> list[tuple[int, int, int]]:
    """Every "in a poll …": indices of the preposition, of the survey and of the last word of its phrase."""
    found = []
    for i in positions(doc, "in"):
        noun = next((c for c in doc[i].children if c.dep_ == "pobj"), None) if doc[i].dep_ == "prep" else None
        if noun is not None and _is_survey(noun):
            found.append((i, noun.i, noun.right_edge.i))
    return found


def survey_anywhere(doc: Doc, number: Token) -> list[Link]:
    """ "In the new Baltic Barometer poll, 40 percent …" and "… 18 percent in a new poll", however the parser hangs it."""
    for first, noun, last in _surveys(doc):
        if first <= number.i <= last and first > 0 or first == 0 and first < number.i < noun:
            continue
        return [Link(Cue("in", "preposition", "says", "clause"), first, first + 1, noun)]
    return []


def _is_survey(noun: Token) -> bool:
    """A survey that is named or counted, not "the polls" in general."""
    is_average = noun.lower_ == "average" and any("poll" in token.lower_ for token in noun.subtree)
    if informants.document_nouns().get(noun.lemma_.lower()) != "survey" and not is_average:
        return False
    return noun.tag_ != "NNS" or any(child.dep_ in ("amod", "compound", "nummod", "poss", "nmod", "acl") for child in noun.children)
