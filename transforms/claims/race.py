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
_FAVOURING = frozenset("favor favour prefer back support choose pick".split())
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
    return (_pair(scene) or (None,))[0]


def is_unnamed(scene: Scene) -> bool:
    """ "Nurses favored Cole 46 percent to 32": whether it is one of a pair of which only the other side has a name."""
    pair = _pair(scene)
    return pair is not None and pair[0] is None


def _pair(scene: Scene) -> tuple[int | None] | None:
    """The name of the number's own side of a pair, which may be nowhere; None for what is no pair."""
    partner = _partner(scene)
    sides = _sides(scene, min(scene.first, partner if partner is not None else scene.first)) if partner is not None else None
    if partner is None or sides is None:
        return None
    leader, rival = sides
    rival = rival if rival is not None or leader is None else _other(scene, leader)
    own, other = _value(scene.doc[scene.first]), _value(scene.doc[partner])
    leads = own > other if own is not None and other is not None and own != other else scene.first < partner
    return (leader if leads else rival,)


def is_paired(scene: Scene) -> bool:
    """Whether the number is one of a pair whose two sides are named."""
    return side(scene) is not None


def _other(scene: Scene, leader: int) -> int | None:
    """ "Brandt leads among the young, while Cole leads, 59 percent to 28": the one other whom the sentence has in the race."""
    running = [
        token
        for token in scene.doc
        if ends_name(token)
        and token.text != scene.doc[leader].text
        and (token.dep_ == "dobj" and token.head.lemma_ in _AHEAD | _FAVOURING or _is_running(token))
    ]
    return running[-1].i if len({token.text for token in running}) == 1 else None


def _is_running(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ not in clauses.SAYING | _FAVOURING


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
    return _by_choice(scene, first) or _by_verb(scene, first) or _by_margin(scene, first)


def _by_choice(scene: Scene, first: int) -> tuple[int | None, int | None] | None:
    """ "Nurses favored Cole 46 percent to 32", "Cole was preferred 51 percent to 38": whom more people chose."""
    verb = next((t for t in reversed(scene.doc[max(first - 2 * _REACH, 0) : first]) if t.lemma_ in _FAVOURING and clauses.is_verb(t)), None)
    if verb is None:
        return None
    chosen = next((t for t in verb.children if t.dep_ in {"dobj", "nsubjpass"} and t.i < first and ends_name(t)), None)
    over = next(
        (t.i for t in scene.doc[verb.i + 1 : first] if ends_name(t) and t != chosen and scene.lower(t.left_edge.i - 1) in {"to", "over"}), None
    )
    return (chosen.i, over) if chosen is not None else None


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
