"""Votes that are counted without the word: "voted 60 to 39", "in a 5-4 ruling", "312 in favour, 41 against"."""

from __future__ import annotations

import re

from transforms.claims import clauses
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted

_BALLOTING = frozenset({"vote", "pass", "approve", "adopt", "reject", "defeat", "ratify", "endorse", "carry"})
_RULINGS = frozenset({"ruling", "decision", "vote", "verdict", "opinion", "split", "majority"})
_VOTED = re.compile(r"\b(?:votes?|voted|voting|ballots?)\b", re.IGNORECASE)
_MOST_VOTES = 1000
_IN_FAVOUR = re.compile(r"\d (?:votes )?(?:in favou?r|for|to)\b")


def paired(scene: Scene) -> Counted | None:
    """ "in a 5-4 ruling", "The judges ruled 2-1": votes on either side."""
    if _is_joined(scene) and _VOTED.search(scene.sentence.text):
        return Counted("votes", "vote", scene.root, "vote")
    if not _is_paired(scene) or (scene.quantity.low or 0) > _MOST_VOTES:
        return None
    at = scene.after + (2 if scene.lower(scene.after) in {"-", "–"} else 0)
    verb = clauses.verb_above(scene.root)
    ruled = verb is not None and verb.lemma_ in {"rule", "decide"} and verb.i < scene.first
    return Counted("votes", "vote", scene.root, "votes") if ruled or scene.lower(at) in _RULINGS else None


def voted(scene: Scene) -> Counted | None:
    """ "the senate voted 60 to 39", "312 in favour, 41 against and 12 abstaining": votes."""
    if scene.lower(scene.after) == "in" and scene.lower(scene.after + 1) in {"favour", "favor"}:
        return Counted("votes", "vote", scene.root, "votes")
    if scene.lower(scene.after) in {"against", "abstaining", "abstentions", "opposed"} and _IN_FAVOUR.search(scene.sentence.text):
        return Counted("votes", "vote", scene.root, "votes")
    verb = clauses.verb_above(scene.root)
    if verb is None or scene.first < verb.i or verb.lemma_ not in _BALLOTING:
        return None
    if verb.lemma_ == "vote" and scene.first - verb.i > 4 or verb.lemma_ != "vote" and not _is_paired(scene):
        return None
    return Counted("votes", "vote", scene.root, "votes")


def _is_joined(scene: Scene) -> bool:
    """ "by a vote of 230-to-197": either number of such a pair."""
    text, start, end = scene.document.text, scene.quantity.start, scene.quantity.end
    return text[end : end + 4] == "-to-" and text[end + 4 : end + 5].isalnum() or text[max(start - 4, 0) : start] == "-to-"


def _is_paired(scene: Scene) -> bool:
    """Whether another number stands right beside: "61-38", "by 61 to 38"."""
    ahead = scene.lower(scene.last + 1) in {"-", "–", "to"} and scene.last + 2 in scene.numbers
    return ahead or scene.lower(scene.first - 1) in {"-", "–", "to"} and scene.first - 2 in scene.numbers
