"""Where: the place that the sentence gives for the counted thing or for what happened, as written.

A prepositional phrase with a name or a noun of place; the one that the thing or its verb governs before any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import clauses, names, nouns, place_phrases
from transforms.claims.governing import HAPPENING
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries, tables
from transforms.language.lookup import any_between, once_a_sentence, positions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WHERE = frozenset(
    "in at near across outside inside around throughout within off along into to from over through toward towards on for of onto aboard "
    "against".split()
)
_STATIC = frozenset("in at near across outside inside around throughout within off along into aboard".split())
# "a strike on Kharkiv": what is fired at lies there
_ATTACKS = frozenset("strike airstrike raid shelling bombardment bombing barrage attack assault siege blitz".split())
_EVENTS = frozenset(
    {"killed", "wounded", "casualties", "missing", "captured", "displaced", "affected", "attacks", "equipment", "infrastructure", "personnel"}
)
# where somebody speaks is not where it happened
_SPEAKING = frozenset("speak talk address meet interview reporter".split())
_STRUCK = frozenset("strike hit rock shake batter devastate ravage jolt flood raid bomb shell".split())
# "a storm tore through the valley"
_SWEEPING = frozenset("sweep tear rip roar blow pass rage spread burn rush crash race rumble".split())
_ARRIVING = frozenset({"reach", "leave", "enter", "cross", "flee"})
_MOVING = frozenset({"displaced", "population", "personnel", "affected"})
_WINNING = frozenset({"win", "carry", "take", "capture", "lose", "sweep"})
_LEADING = _STRUCK | _ARRIVING | _WINNING
_MOVES = frozenset(
    "send deploy dispatch deliver ship return travel move go flee march fly arrive come drive transfer export import supply "
    "evacuate fire launch bring repatriate relocate provide donate give pull recover retrieve seize".split()
)
_EVERYWHERE = frozenset({"worldwide", "nationwide", "overseas", "abroad", "globally", "statewide", "elsewhere"})
_HOLDING = frozenset({"contain", "shelter", "house"})
_HELD = frozenset({"displaced", "affected", "infrastructure", "killed", "wounded", "missing", "attacks"})
_STAYING = frozenset(
    "live reside sit stay remain shelter stand hide work camp gather lie wait operate protest march "
    "demonstrate rally trap strand catch stick detain imprison".split()
)
_AWAY = frozenset("flee evacuate fly return pull recover retrieve rescue seize remove free".split())


def find(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """The place of one quantity; None where the sentence gives none."""
    listed = _before_bracket(scene)
    if listed is not None:
        return listed
    if thing is not None and thing.how == "distance":
        return _bearing(scene)
    if thing is not None and thing.how == "conversion" and thing.before is not None:
        return thing.before.place
    anchors = _line(thing.anchor if thing is not None else scene.root)
    happened = metric in _EVENTS
    best: tuple[int, int, str] | None = None
    said = scene.attribution
    for preposition, text in _candidates(scene, metric, thing):
        at = scene.offset(preposition)
        if preposition.lower_ == "at" and said.source_start is not None and said.source_end is not None and said.source_start < at < said.source_end:
            continue  # "Researchers at Orlo State expect 20 storms": where those are who say so
        rank = _rank(scene, preposition, anchors, happened)
        if rank is not None and (best is None or rank > best[:2]):
            best = (*rank, text)
    spread = scene.lower(scene.after + (scene.after < len(scene.doc) and nouns.is_noun(scene.doc[scene.after])))
    if spread in _EVERYWHERE:
        return spread
    if best is None:
        return _there(scene, owners) or _held_by(scene, metric)
    return _named(scene, owners, best[2])


def _before_bracket(scene: Scene) -> str | None:
    """ "ads in Ohio (around $240,000), Utah (around $700,000)": the territory to which the bracket adds its number."""
    at = scene.before - 1
    if at < 1 or scene.doc[at].text != "(":
        return None
    for first in range(max(at - 3, 0), at):
        if countries.territory(scene.text(first, at)) is not None:
            return scene.text(first, at)
    return None


def _held_by(scene: Scene, metric: str) -> str | None:
    """ "Aleppo contains 35,000 ruined homes", "Norland has 300 cases": the town or country that holds them."""
    verb = clauses.verb_above(scene.root)
    if verb is None or metric not in _HELD or scene.first < verb.i:
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ != "NNP" or verb.lemma_ not in _HOLDING | {"have"}:
        return None
    name = scene.text(subject.left_edge.i, subject.i + 1)
    is_land = countries.territory(name) is not None
    return name if is_land or verb.lemma_ in _HOLDING and subject.left_edge == subject and not subject.text.isupper() else None


def _named(scene: Scene, owners: Owners, text: str) -> str:
    """ "the country" by its name, where the article has named one before."""
    if text.lower() in {"country", "nation", "state", "province", "region", "continent"}:
        return owners.before(scene.sentence.start + scene.doc[scene.first].idx, text.lower()) or text
    return text


# what is above them is only so high
_MARKS = frozenset({"level", "levels", "average", "normal", "record", "stage", "mark", "height", "limit", "maximum", "peak", "set", "high"})


def _bearing(scene: Scene) -> str | None:
    """ "west of the capital" as the place of something 40 km west of it."""
    doc, at = scene.doc, scene.after
    level = next((i for i in range(scene.after, min(scene.after + 8, len(doc))) if doc[i].lower_ in {"above", "below", "beneath"}), None)
    while level is None and at < len(doc) and at < scene.after + 8 and doc[at].lower_ not in {"of", "from"}:
        at += 1
    start = nouns.skip_determiners(doc, (level if level is not None else at) + 1)
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None or phrase.start != start or not (place_phrases.is_place(scene, phrase) or level is not None):
        return None
    if level is not None and doc[phrase.head].lower_ in _MARKS:
        return None
    if level is not None:
        return doc[level : phrase.end].text
    end = nouns.extended(doc, phrase, scene.dated)
    if doc[at - 1].lower_ in {"away", ")"}:
        return doc[phrase.start : end].text
    if at == scene.after:
        return doc[phrase.start : end].text  # "40 km from Tarvik"
    first = at - 3 if doc[at - 2].tag_ == "HYPH" or doc[at - 2].text == "-" else at - 1
    return doc[first:end].text


def _there(scene: Scene, owners: Owners) -> str | None:
    """ "two cases were detected there": the place that was named last before the word."""
    word = next((scene.doc[i] for i in positions(scene.doc, "there") if scene.doc[i].tag_ == "RB"), None)
    if word is None:
        return None
    for index in (scene.sentence.index, scene.sentence.index - 1):
        if index < 0:
            return None
        doc = scene.document.doc(index)
        last = word.i if index == scene.sentence.index else len(doc)
        for preposition in reversed(doc[:last]):
            if preposition.lower_ in _STATIC and preposition.tag_ == "IN":
                start = nouns.skip_determiners(doc, preposition.i + 1)
                phrase = nouns.phrase_at(doc, start)
                if phrase is not None and phrase.start == start and doc[phrase.head].tag_ == "NNP":
                    return doc[phrase.start : phrase.end].text
    return owners.recent(scene.offset(word))


def _line(token: Token) -> dict[int, int]:
    """The token and what governs it, with the distance."""
    found = {token.i: 0}
    for distance in range(1, 12):
        if token.head == token:
            break
        token = token.head
        found[token.i] = distance
    return found


def _rank(scene: Scene, preposition: Token, anchors: dict[int, int], happened: bool) -> tuple[int, int] | None:
    """Higher is better: governed close to the thing, then standing close to it; None where another clause holds it."""
    near = -abs(preposition.i - scene.first)
    if _follows_at_once(scene, preposition):
        return 1, near
    if any_between(positions(scene.doc, ";"), scene.first, preposition.i):
        return None
    governor, steps, other = preposition, 0, False
    while governor.i not in anchors:
        # "people living in the hills", "grain sitting in silos" tell where the thing itself is
        own = governor.dep_ in {"acl", "relcl"} and anchors.get(governor.head.i) == 0 and governor.lemma_ in _STAYING
        # "were among the thousands of people trapped in the hills"
        own = own or governor.dep_ == "acl" and governor.lemma_ in _STAYING and _is_among(governor, anchors)
        # "attended a concert, which took place in the park"
        own = own or governor.dep_ == "relcl" and governor.lemma_ in HAPPENING and governor.head.head.i in anchors
        other = other or not own and clauses.is_verb(governor) and governor.dep_ in {"relcl", "parataxis", "conj", "acl", "advcl", "ccomp"}
        if governor.head == governor or steps > 8:
            return (-40, near) if happened else None
        governor = governor.head
        steps += 1
        if governor.lemma_ in _SPEAKING:
            return None
    if other and not happened or _only_said(governor, anchors):
        return None
    return -(anchors[governor.i] * 2 + steps) - (10 if other else 0), near


def _is_among(clause: Token, anchors: dict[int, int]) -> bool:
    """ "40 nurses were among the foreigners trapped in Tavia": those whom the clause describes include the number's."""
    token = clause.head
    for _ in range(6):
        if token.lower_ == "among":
            return token.head.i in anchors
        if token.head == token or clauses.is_verb(token):
            return False
        token = token.head
    return False


def _follows_at_once(scene: Scene, preposition: Token) -> bool:
    """ "rose to 40 in Norland and about 19 in Tavia": the place right behind a number that has no noun of its own, or behind its noun."""
    if preposition.lower_ not in _STATIC or preposition.tag_ != "IN" or not scene.after <= preposition.i <= scene.after + 3:
        return False
    return all(token.tag_ in {"NN", "NNS", "JJ", "VBN"} for token in scene.doc[scene.after : preposition.i])


def _only_said(governor: Token, anchors: dict[int, int]) -> bool:
    """Whether the place hangs on a verb of saying, with the number in what is said ("said in Rome that 12 died")."""
    if governor.lemma_ not in clauses.SAYING or not anchors[governor.i]:
        return False
    return any(
        clauses.is_verb(token) and token.i in anchors and anchors[token.i] < anchors[governor.i]
        for token in governor.subtree
        if token.i != governor.i
    )


@once_a_sentence
def _placing(doc: Doc) -> list[int]:
    """Indices of the words that can lead to a place: prepositions, and verbs of striking, arriving and winning."""
    return [
        token.i
        for token in doc
        if token.lower_ in _WHERE and token.tag_ in {"IN", "TO", "RP", "RB"} or token.lemma_ in _LEADING and clauses.is_verb(token)
    ]


def _candidates(scene: Scene, metric: str, thing: Counted | None) -> list[tuple[Token, str]]:
    found = []
    happened = metric in _EVENTS
    for i in _placing(scene.doc):
        if i in scene.dated:
            continue
        token = scene.doc[i]
        word = token.lower_
        if clauses.is_verb(token) and (token.lemma_ in _STRUCK or token.lemma_ in _ARRIVING and metric in _MOVING):
            found.extend(_struck(scene, token))
            continue
        if clauses.is_verb(token) and token.lemma_ in _WINNING and metric in {"share", "other"}:
            found.extend(_struck(scene, token))
            continue
        if token.i == scene.after and scene.quantity.kind == "money" and scene.lower(token.i + 1).islower() and scene.doc[token.i + 1].tag_ != "DT":
            continue  # "$3 million in working capital" is what the money is
        if word not in _WHERE or token.tag_ not in {"IN", "TO", "RP", "RB"}:
            continue
        if word in {"for", "to"} and metric == "money" and _territory(scene, token.i) or word == "of" and _of_places(scene, token, thing):
            text = place_phrases.text_after(scene, token.i, happened)
        elif word in _STATIC or _goes(token) or word == "through" and happened and token.head.lemma_ in _SWEEPING:
            text = place_phrases.text_after(scene, token.i + 1 if scene.lower(token.i + 1) == "of" else token.i, happened)
        else:
            text = None
        if text is not None:
            found.append((token, text))
    return found


def _struck(scene: Scene, verb: Token) -> list[tuple[Token, str]]:
    """ "an earthquake struck the island of X": the place as the verb's object."""
    for child in verb.children:
        if child.dep_ != "dobj" or not nouns.is_noun(child):
            continue
        named = child.tag_ == "NNP" and (verb.lemma_ in _STRUCK or countries.territory(child.text) is not None)
        if named or nouns.singular(child.text) in tables.words("place_nouns", "noun"):
            text = place_phrases.text_after(scene, child.left_edge.i - 1, happened=True)
            if text is not None:
                return [(child, text)]
    return []


def _territory(scene: Scene, preposition: int) -> bool:
    start = nouns.skip_determiners(scene.doc, preposition + 1)
    return names.in_tokens(scene.doc, start, min(start + 3, len(scene.doc))) is not None


def _of_places(scene: Scene, of: Token, thing: Counted | None) -> bool:
    """ "three districts of southern X": the places counted lie in the place named."""
    before = scene.doc[of.i - 1] if of.i else of
    return (
        thing is not None
        and thing.phrase is not None
        and thing.phrase[0] <= of.i <= thing.phrase[1]
        and (nouns.singular(before.text) in tables.words("place_nouns", "noun"))
    )


def _is_aimed(preposition: Token) -> bool:
    """ "a strike on Kharkiv", "the shelling of Orlo", "landfall on Norland": the place that was hit, not the body ("an attack on Hallex")."""
    head = preposition.head
    target = next((child for child in preposition.children if child.dep_ == "pobj" and child.tag_ in {"NNP", "NNPS"}), None)
    if target is None or preposition.lower_ not in {"on", "against", "of"}:
        return False
    if preposition.i > 0 and preposition.nbor(-1).lower_ == "landfall":
        return True
    return head.lemma_ in _ATTACKS and countries.territory(target.doc[target.left_edge.i : target.i + 1].text) is not None


def _goes(preposition: Token) -> bool:
    """Whether "to", "into", "from" or "on" says where: after a verb of moving, or before a place of its own kind."""
    if _is_aimed(preposition):
        return True
    if preposition.lower_ in {"of", "for", "against"}:
        return False
    if preposition.lower_ == "on":
        return any(nouns.singular(child.text) in tables.words("place_nouns", "noun") for child in preposition.children)
    governor = preposition.head
    for _ in range(3):
        if governor.lemma_ in _MOVES:
            return preposition.lower_ != "from" or governor.lemma_ in _AWAY
        if governor.head == governor:
            break
        governor = governor.head
    return False
