"""Where: the place that the sentence gives for the counted thing or for what happened, as written.

A prepositional phrase with a name or a noun of place; the one that the thing or its verb governs before any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import names, nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset(
    "in at near across outside inside around throughout within off along into to from over through toward towards on "
    "between above beneath under amid onto".split()
)
_STATIC = frozenset("in at near across outside inside around throughout within off along".split())
_GOING = frozenset({"to", "into", "from", "toward", "towards", "onto"})
_MOVES = frozenset(
    "send deploy dispatch deliver ship return travel move go flee march fly arrive come drive transfer export import supply "
    "evacuate fire launch bring repatriate relocate provide donate give".split()
)
_INSIDE = frozenset({"of", "in", "near"})


def find(scene: Scene, thing: Counted | None, metric: str) -> str | None:
    """The place of one quantity; None where the sentence gives none."""
    if scene.quantity.kind == "measure" and thing is not None and thing.how == "distance":
        return None
    candidates = _candidates(scene, metric)
    if not candidates:
        return None
    anchors = _line(thing.anchor if thing is not None else scene.root)
    return max(candidates, key=lambda found: _rank(scene, found, anchors))[1]


def _line(token: Token) -> dict[int, int]:
    """The token and what governs it, with the distance, within its clause and the ones above."""
    found = {token.i: 0}
    for distance in range(1, 12):
        if token.head is token:
            break
        token = token.head
        found[token.i] = distance
    return found


def _rank(scene: Scene, found: tuple[Token, str], anchors: dict[int, int]) -> tuple[int, int]:
    """Higher is better: governed close to the thing, then standing close to it."""
    preposition = found[0]
    governor, steps = preposition, 0
    while governor.head is not governor and steps < 6:
        governor = governor.head
        steps += 1
        if governor.i in anchors:
            return -(anchors[governor.i] * 2 + steps), -abs(preposition.i - scene.first)
    return -40, -abs(preposition.i - scene.first)


def _candidates(scene: Scene, metric: str) -> list[tuple[Token, str]]:
    found = []
    for token in scene.doc:
        if token.lower_ not in _WHERE or token.tag_ not in {"IN", "TO", "RP", "RB"} or token.i in scene.dated:
            continue
        if token.lower_ not in _STATIC and not _goes(token):
            continue
        text = _place_text(scene, token.i)
        if text is not None:
            found.append((token, text))
    return found


def _goes(preposition: Token) -> bool:
    """Whether "to", "into", "from" or "on" says where: after a verb of moving, or before a place of its own kind."""
    if preposition.lower_ == "on":
        return any(child.lower_ in tables.words("place_nouns", "noun") for child in preposition.children)
    governor = preposition.head
    for _ in range(3):
        if governor.lemma_ in _MOVES:
            return preposition.lower_ != "from" or governor.lemma_ in {"flee", "evacuate", "fly", "return"}
        if governor.head is governor:
            break
        governor = governor.head
    return False


def _place_text(scene: Scene, preposition: int) -> str | None:
    doc = scene.doc
    start = nouns.skip_determiners(doc, preposition + 1)
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None or phrase.start != start or any(at in scene.numbers for at in range(start, phrase.end)):
        return None
    if not _is_place(scene, phrase):
        return None
    end = phrase.end
    for _ in range(2):
        if scene.lower(end) not in _INSIDE and not (scene.lower(end) == "," and _town_and_state(scene, end)):
            break
        inner_start = nouns.skip_determiners(doc, end + 1)
        inner = nouns.phrase_at(doc, inner_start, scene.dated)
        if inner is None or inner.start != inner_start or not _is_place(scene, inner):
            break
        end = inner.end
    return doc[phrase.start : end].text


def _town_and_state(scene: Scene, comma: int) -> bool:
    """ "Livorno, Tuscany": a territory between commas after a name."""
    token = scene.token(comma + 1)
    return token is not None and token.tag_ == "NNP" and names.in_tokens(scene.doc, comma + 1, min(comma + 3, len(scene.doc))) is not None


def _is_place(scene: Scene, phrase: nouns.Phrase) -> bool:
    doc = scene.doc
    head = doc[phrase.head]
    word = nouns.singular(head.text)
    places = tables.words("place_nouns", "noun")
    if head.tag_ in {"NN", "NNS"}:
        return word in places or names.territory(head.text) is not None
    if word in tables.words("no_place", "noun") or head.text.isupper() and len(head.text) > 1 and names.territory(head.text) is None:
        return False
    return True
