"""Whose share it is where two stand against each other with a figure each: "leads Brandt 43 percent to 41", "a 51%-38% lead over Brandt".

The larger figure is the leader's, in whichever order they stand; figures that are no digits are told leader first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import clauses, names, nouns
from transforms.claims.scene import Scene
from transforms.language import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset("lead beat defeat edge top best outpoll".split())
_BEHIND = frozenset("trail lag follow".split())
MARGINS = frozenset({"lead", "edge", "advantage", "margin"})
_BETWEEN = frozenset({"to", "-", "–", "versus", "vs", "vs.", "against"})
_UNITS = frozenset({"%", "percent", "per", "cent", "points", "point", "percentage"})
# between a leader and his margin
_HOLDING = frozenset(
    "a an the with has had have holds held only small large slim narrow big just wide clear double-digit of , in - "
    "point points percentage percent %".split()
)
_REACH = 8


def side(scene: Scene) -> int | None:
    """The last token of the name whose figure it is, where the number is one of such a pair; None everywhere else."""
    partner = _partner(scene)
    sides = _sides(scene, min(scene.first, partner if partner is not None else scene.first)) if partner is not None else None
    if partner is None or sides is None:
        return None
    leader, rival = sides
    own, other = _value(scene.doc[scene.first]), _value(scene.doc[partner])
    leads = own > other if own is not None and other is not None and own != other else scene.first < partner
    return leader if leads else rival


def is_paired(scene: Scene) -> bool:
    """Whether the number is one of a pair whose two sides are named."""
    return side(scene) is not None


def _partner(scene: Scene) -> int | None:
    """The token of the number that stands beside this one, on either side of "to" or a dash."""
    at = scene.first - 1
    while at > 0 and scene.lower(at) in _UNITS:
        at -= 1
    if scene.lower(at) in _BETWEEN:
        at -= 1
        while at > 0 and scene.lower(at) in _UNITS:
            at -= 1
        if at in scene.numbers:
            return at
    at = scene.last + 1
    while scene.lower(at) in _UNITS:
        at += 1
    if scene.lower(at) in _BETWEEN and at + 1 in scene.numbers:
        return at + 1
    return None


def _value(token: Token) -> float | None:
    try:
        return float(token.text.rstrip("%").replace(",", ""))
    except ValueError:
        return None


def _sides(scene: Scene, first: int) -> tuple[int | None, int | None] | None:
    """The leader's and the rival's last tokens; `first` is the pair's first number."""
    return _by_verb(scene, first) or _by_margin(scene, first)


def _by_verb(scene: Scene, first: int) -> tuple[int | None, int | None] | None:
    verb = next((t for t in reversed(scene.doc[:first]) if t.lemma_ in _AHEAD | _BEHIND and clauses.is_verb(t)), None)
    if verb is None or verb.i == 0 or scene.lower(first - 1) == "from" or scene.lower(verb.i + 1) == "by":
        return None
    if any(token.dep_ in {"nsubj", "nsubjpass"} for token in scene.doc[verb.i + 1 : first]):
        return None  # "…, where turnout went from 15 percent to 20"
    own = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    subject = own.i if own is not None and (ends_name(own) or own.lower_ in {"he", "she"}) else None
    if own is None:
        subject = next((t.i for t in reversed(scene.doc[max(verb.i - _REACH, 0) : verb.i]) if ends_name(t)), None)
    over = next((t.i for t in scene.doc[verb.i + 1 : first] if ends_name(t)), None)
    if subject is None:
        return None
    return (over, subject) if verb.lemma_ in _BEHIND else (subject, over)


def _by_margin(scene: Scene, first: int) -> tuple[int | None, int | None] | None:
    """ "Cole with a lead of 48 to 41 percent over Brandt", "a small lead over Brandt, 46 to 44", "a 46-35 lead over Brandt"."""
    doc = scene.doc
    lead = next((t.i for t in doc[max(first - _REACH, 0) : first + _REACH] if t.lower_ in MARGINS), None)
    if lead is None:
        return None
    over = next((t.i for t in doc[lead : lead + 2 * _REACH] if t.lower_ == "over"), None)
    phrase = nouns.phrase_at(doc, nouns.skip_determiners(doc, over + 1), scene.dated) if over is not None else None
    at = min(lead, first) - 1
    while at > 0 and (doc[at].lower_ in _HOLDING or at in scene.numbers):
        at -= 1
    if phrase is None or not ends_name(doc[at]):
        return None
    return at, phrase.head


def ends_name(token: Token) -> bool:
    """Whether a person's or party's name may end there."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    named = names.looks_named(token) and countries.territory(token.text) is None
    return named and not (following is not None and names.looks_named(following))
