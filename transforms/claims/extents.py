"""What lengths, magnitudes and barrels measure where no noun says it: a distance, a depth, a quake, oil."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.claims import beside, clauses, hollow, nouns, phrases, units
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
_AREAS = frozenset({"km²", "mi²", "ha", "ac", "m²"})
_SEARCHING = frozenset({"search", "cover", "comb", "scour", "sweep"})
_SPEEDS = frozenset({"mph", "km/h", "m/s", "kn", "knot"})
_HEADING = frozenset("move travel head drift track churn crawl race speed fly drive go swirl advance".split())
_LOCATING = frozenset({"have", "put", "place", "locate", "position", "show", "track", "spot", "see"})
_ACQUIRING = frozenset("buy own acquire purchase sell lease donate rent inherit hold control farm clear plant manage add need seize occupy".split())
_SOMEBODY = frozenset({"him", "her", "them", "me", "us"})
# verbs of what people do for a time, and the noun for it
_ACTIVITIES = {
    "serve": "service", "work": "work", "reign": "reign", "rule": "rule", "govern": "governing", "live": "living", "stay": "stay",
    "sleep": "sleep", "sit": "sitting", "train": "training", "study": "study", "teach": "teaching", "fight": "fighting", "play": "playing",
    "walk": "walk", "drive": "drive", "exercise": "exercise", "queue": "queueing", "practise": "practice", "practice": "practice",
}  # fmt: skip
_TERMS = frozenset({"sentence", "term", "ban", "delay", "wait", "suspension", "extension"})
_STRONGEST = 12
_WEIGHTS = frozenset({"kg", "g", "lb", "oz", "ton", "tonne", "t", "st"})
_EXTENTS = frozenset("elevation altitude depth height width length thickness distance".split())
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


def searched(scene: Scene) -> Counted | None:
    """ "a search with three planes covering 160 square miles": the area that is searched, not who or what searches it."""
    verb = clauses.verb_above(scene.root)
    if scene.quantity.unit not in _AREAS or verb is None or verb.lemma_ not in _SEARCHING:
        return None
    if verb.lemma_ == "cover" and not any(token.lemma_ == "search" for token in scene.doc):
        return None
    return Counted("search area", "area", scene.root, "understood")


def taken(scene: Scene) -> Counted | None:
    """ "It took five hours to gain control of the fire": what the time was needed for."""
    verb = clauses.verb_above(scene.root)
    if scene.quantity.kind != "duration" or verb is None or verb.lemma_ not in {"take", "need", "require", "spend"} or verb.i > scene.first:
        return None
    at = scene.after + (scene.lower(scene.after) == "to")
    found = phrases.object_of(scene, at)
    if found is None or found.phrase is None or found.head_token is None:
        return None
    end = nouns.extended(scene.doc, nouns.Phrase(found.phrase[0], found.head_token.i, found.phrase[1]), scene.dated)
    return Counted(scene.text(found.phrase[0], end), found.head, scene.root, "purpose", found.head_token, (found.phrase[0], end))


def lasting(scene: Scene) -> Counted | None:
    """ "served eight years as the mayor", "worked 35 hours a week", "questioned him for two hours": what was done so long, not by whom."""
    if scene.quantity.kind != "duration" or scene.lower(scene.last + 1) in {"-", "‑"} and scene.lower(scene.last + 2) != "plus":
        return None
    before = scene.token(scene.before - 1)
    if before is not None and scene.quantity.hedge_start is not None and nouns.singular(before.text) in _TERMS:
        return phrases.around(scene, before, "title")  # "a sentence up to twelve years"
    lasts = clauses.verb_above(scene.root)
    actor = clauses.actor(lasts) if lasts is not None and lasts.lemma_ == "last" and lasts.i < scene.first else None
    if actor is not None and nouns.is_noun(actor) and actor.tag_ != "NNP" and not hollow.is_hollow(actor) and actor.i < scene.first:
        return phrases.around(scene, actor, "subject")
    root = scene.root
    verb = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "for" else root.head if root.dep_ in {"dobj", "npadvmod"} else None
    if verb is None or not clauses.is_verb(verb) or verb.i > scene.first:
        return None
    done = next((child for child in verb.children if child.dep_ == "dobj" and child.i < scene.first), None)
    if done is not None and done.tag_ == "PRP" and verb.tag_ in {"VBD", "VBN", "VBG", "VBZ", "VBP"} and done.lower_ in _SOMEBODY:
        return Counted(scene.text(verb.i, done.i + 1), verb.lemma_, scene.root, "purpose", None, None)
    if done is not None and done != root or verb.lemma_ not in _ACTIVITIES or clauses.is_passive(verb):
        return None
    gerund = _ACTIVITIES[verb.lemma_]
    if verb.lemma_ == "serve" and _is_of_prison(scene):
        return Counted("sentence", "sentence", scene.root, "purpose")
    role = next((token for token in scene.doc[verb.i + 1 : scene.after + 1] if token.lower_ == "as"), None)
    if role is None:
        return Counted(gerund, gerund, scene.root, "purpose")
    phrase = nouns.phrase_at(scene.doc, nouns.skip_determiners(scene.doc, role.i + 1), scene.dated)
    if phrase is None:
        return Counted(gerund, gerund, scene.root, "purpose")
    end = nouns.extended(scene.doc, phrase, scene.dated)
    return Counted(f"{gerund} as {scene.text(role.i + 1, end)}", gerund, scene.root, "purpose")


_PRISON = re.compile(r"\b(?:prison|jail|sentenced?|inmate|convict(?:ed|ion)|parole|behind bars|commuted|clemency|penitentiary)\b", re.IGNORECASE)


def _is_of_prison(scene: Scene) -> bool:
    """Whether the sentence or the one before speaks of a punishment."""
    first = scene.document.sentences[max(scene.sentence.index - 1, 0)].start
    return _PRISON.search(scene.document.text, first, scene.sentence.end) is not None


def weighed(scene: Scene) -> Counted | None:
    """ "The eldest weighed 92 pounds": the weight."""
    verb = clauses.verb_above(scene.root)
    is_weight = verb is not None and verb.lemma_ == "weigh" and verb.i < scene.first and scene.quantity.unit in _WEIGHTS
    return Counted("weight", "weight", scene.root, "understood") if is_weight else None


def moving(scene: Scene) -> Counted | None:
    """ "had the storm off the coast, moving north at 13 mph": the speed of what moves."""
    if scene.quantity.unit not in _SPEEDS and units.find(scene, None) not in _SPEEDS:
        return None
    verb = clauses.verb_above(scene.root)
    if verb is None or verb.lemma_ not in _HEADING or verb.i > scene.first:
        return None
    if verb.dep_ == "acl" and nouns.is_noun(verb.head):
        return phrases.around(scene, verb.head, "subject")
    above = verb.head if verb.dep_ in {"advcl", "conj"} and clauses.is_verb(verb.head) else None
    if verb.tag_ != "VBG" or above is None:
        return None
    role = "dobj" if above.lemma_ in _LOCATING else "nsubj"
    mover = next((child for child in above.children if child.dep_ == role and nouns.is_noun(child) and child.i < verb.i), None)
    return phrases.around(scene, mover, "subject") if mover is not None else None


def held_land(scene: Scene) -> Counted | None:
    """ "bought a hundred acres near the town": land, where nothing else is named."""
    verb = scene.root.head
    if scene.quantity.unit not in _AREAS or scene.root.dep_ != "dobj" or verb.lemma_ not in _ACQUIRING or scene.lower(scene.after) in {"of", "-"}:
        return None
    following = scene.token(scene.after)
    if scene.lower(scene.last + 1) == "-" or following is not None and nouns.is_noun(following) and scene.after not in scene.dated:
        return None
    return Counted("land", "land", scene.root, "understood")


def is_magnitude(scene: Scene) -> bool:
    """ "The magnitude was 6.6", "The magnitude was revised to 6.2 from 6.4", "The quake registered 6.1": a bare number on the scale."""
    value = scene.quantity.low
    if scene.quantity.kind != "count" or value is None or not 0 < value < _STRONGEST or _is_followed(scene):
        return False
    if _is_beside_quake(scene):
        return True
    verb = clauses.verb_above(scene.root)
    if verb is None:
        return False
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < scene.first]
    moved = [child for child in verb.children if child.dep_ == "dobj" and child.i < scene.first]
    if any(noun.lower_ in {"magnitude", "intensity"} for noun in subjects + moved):
        return verb.lemma_ == "be" or scene.lower(scene.before - 1) in {"at", "to", "as", "from"}
    is_scaled = verb.lemma_ in {"register", "measure"} and not float(value).is_integer()
    return is_scaled and any(nouns.singular(noun.text) in _QUAKES for noun in subjects)


def _is_beside_quake(scene: Scene) -> bool:
    """ "the quake, at 6.3, was the strongest": a bare decimal set off behind the quake."""
    value = scene.quantity.low
    if value is None or float(value).is_integer() or scene.lower(scene.before - 1) != "at" or scene.before < 3:
        return False
    before = scene.doc[scene.before - 3]
    return scene.lower(scene.before - 2) == "," and nouns.singular(before.text) in _QUAKES and scene.lower(scene.after) == ","


def is_other_magnitude(scene: Scene, last: Known | None) -> bool:
    """ "The agency put it at 5.5; the institute reported 5.8": a second reading of the quake told just before."""
    value = scene.quantity.low
    if last is None or last.unit != "magnitude" or scene.quantity.kind != "count" or value is None or last.sentence != scene.sentence.index:
        return False
    is_object = scene.root.dep_ in {"dobj", "pobj", "attr", "conj"} and not _is_followed(scene)
    return 0 < value < _STRONGEST and not float(value).is_integer() and is_object


def _is_followed(scene: Scene) -> bool:
    """Whether a noun follows, so that the number counts it."""
    following = scene.token(scene.after)
    return following is not None and nouns.is_noun(following) and scene.after not in scene.dated


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
        named = next((t for t in reversed(scene.doc[max(scene.before - 4, 0) : scene.before]) if t.lower_ == "of" or t.text == ","), None)
        named = named if named is not None and named.lower_ == "of" else None  # not "a depth of 10 km, 35 km south of Orlo"
        if named is not None and named.i and named.nbor(-1).lower_ in _EXTENTS:
            what = named.nbor(-1).lower_  # "an elevation of only 340 feet above sea level"
        elif word == "above" and scene.quantity.unit in {"km", "mi"}:
            what = "altitude"
        return Counted(what, what, scene.root, "distance")
    return None
