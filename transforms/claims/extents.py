"""What lengths, magnitudes and barrels measure where no noun says it: a distance, a depth, a quake, oil."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.claims import beside, clauses, nouns, phrases
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

# nouns after which the sum's purpose still has to be found ("$5 million deal" is the deal, "$5 million a year" is not a year)
_DISTANCES = {"away": "distance", "deep": "depth", "underground": "depth", "high": "height", "tall": "height", "wide": "width",
              "long": "length", "thick": "thickness", "below": "depth", "above": "height"}  # fmt: skip
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern southern "
    "eastern western north-northeast upstream downstream inland offshore off from outside short".split()
)
_MOVING = frozenset("travel fly walk drive run march ride cover swim sail trek cycle extend stretch advance crawl hike penetrate".split())
_PUMPING = frozenset("pump produce export import sell ship load refine extract process".split())
_QUAKES = frozenset({"earthquake", "quake", "tremor", "aftershock", "temblor"})
_LENGTHS = frozenset({"m", "km", "cm", "mm", "mi", "ft", "yd", "in", "nmi"})


def shaken(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "A quake measuring 5.2", "put the magnitude at 6.3": the quake, or the magnitude where none is named."""
    found = beside.neighbour(scene, known) or beside.titled(scene, known)
    if found is not None and found.head in _QUAKES:
        return found
    nearest = sorted((token for token in scene.doc if nouns.singular(token.text) in _QUAKES), key=lambda token: abs(token.i - scene.first))
    if nearest:
        return phrases.around(scene, nearest[0], "noun before")
    return found if found is not None and scene.lower(scene.before - 1) != "at" else Counted("magnitude", "magnitude", scene.root, "understood")


def travelled(scene: Scene) -> Counted | None:
    """ "travelled 500 miles", "the fence runs 80 km": a distance."""
    if scene.quantity.unit not in _LENGTHS:
        return None
    verb = scene.root.head
    if clauses.is_verb(verb) and verb.lemma_ in _MOVING and scene.root.dep_ in {"dobj", "npadvmod"}:
        return Counted("distance", "distance", scene.root, "understood")
    return None


def pumped(scene: Scene) -> Counted | None:
    """ "expects to pump 2.8 million barrels a day": barrels are of oil where nothing else is named."""
    verb = clauses.verb_above(scene.root)
    if not (scene.quantity.unit or "").startswith("barrel") or verb is None or verb.lemma_ not in _PUMPING:
        return None
    if any(child.dep_ in {"dobj", "nsubjpass"} and nouns.is_noun(child) and child.i != scene.root.i for child in verb.children):
        return None
    return Counted("oil", "oil", scene.root, "understood")


def distance(scene: Scene) -> Counted | None:
    """ "40 km south of the city", "700 metres away from the entrance", "1,030 metres underground"."""
    if scene.quantity.unit not in _LENGTHS or scene.lower(scene.last + 1) in {"-", "‑"}:
        return None
    at = scene.after
    if scene.lower(at) == "(":
        while at < len(scene.doc) and scene.lower(at) != ")":
            at += 1
        at += 1
    if scene.lower(at) == ")":
        at += 1
    if scene.lower(at) == "to":
        at += 2
    if scene.lower(at) in {"or", "to", "and"} and at + 1 in scene.numbers:
        at += 1
        while at in scene.numbers or scene.lower(at) in tables.words("units", "text"):
            at += 1  # "400 kilometres or 750 kilometres off the coast"
    word = scene.lower(at)
    if word in _COMPASS or word in _DISTANCES:
        what = _DISTANCES.get(word, "distance")
        if word == "above" and scene.quantity.unit in {"km", "mi"}:
            what = "altitude"
        return Counted(what, what, scene.root, "distance")
    return None
