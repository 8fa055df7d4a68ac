"""Whose figure it is: the country, side or body that the counted thing belongs to, by its plain name.

From the noun phrase itself, from who holds or does it, else from what was told before of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.attribution import bodies
from transforms.claims import carried, clauses, conflict, contest, holders, holding, kinds, names, nouns, plain_names, possessing, race
from transforms.claims import metric as metrics
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Token

# figures of an economy, and people in a state's service
_MACRO = frozenset(
    "inflation deficit surplus gdp growth economy exports imports export import output budget reserve reserves unemployment spending "
    "currency trade tax debt shortfall expenditure revenues production harvest".split()
)
_FORCES = frozenset({"soldier", "troop", "policeman", "serviceman", "policewoman"})
_OFFICIAL = frozenset({"security forces", "government forces", "government soldiers", "government troops", "security personnel", "police officers"})
_NATURE = frozenset(
    "wind gust storm hurricane typhoon cyclone wave quake earthquake magnitude depth epicentre epicenter rain snow temperature".split()
)
_STAFF = frozenset("employee worker job staff plant store shop outlet branch".split())
_FULL_NAME = 2
_POLLED = re.compile(r"\b(?:polls?|survey|voters|respondents)\b", re.IGNORECASE)
_MEMORY_SENTENCES = 5
# amounts of goods that a country or firm makes, sells or takes in
_GOODS = frozenset({"t", "kg", "lb", "barrel", "barrel/day", "bushel", "ton", "kWh", "MW", "GW", "TWh", "GWh", "bcm", "mcm"})
_SUFFERING = frozenset({"suffer", "lose", "sustain", "record", "register", "report", "confirm"})
_PRODUCING = frozenset("harvest produce export import buy sell consume mine pump ship grow".split())
_OWNED = frozenset({"share", "other", "money", "equipment"})


def find(scene: Scene, owners: Owners, thing: Counted | None, metric: str, known: Sequence[Known]) -> str | None:
    """The subject of one quantity; None where nobody is named that the thing belongs to. `known` are the numbers before."""
    if metric == "measure" and thing is not None and thing.head in _NATURE:
        return None
    if scene.quantity.kind in {"percent", "points", "count"} and (
        contest.is_error_margin(scene) or contest.is_unclaimed(scene) or race.is_unnamed(scene)
    ):
        return None
    found = (
        contest.find(scene, owners, thing)
        or _place_of_so_many(scene, owners)
        or _of_force(scene, owners, metric)
        or _find(scene, owners, thing, metric)
        or holders.find(scene, owners, thing, metric, known)
    )
    if found is None and not contest.is_whole(scene):
        found = _told_elsewhere(scene, owners, thing, metric, known)
        hit = conflict.is_hit(scene, thing) if thing is not None else None
        if found is not None and hit is not None and found == conflict.doer(scene, owners, hit):
            return None  # "Norvia captured 30 soldiers": not its own
    if found is None or names.is_none(found, scene.document.text):
        return None
    return names.as_written(names.without_titles(found), scene.document.text)


def _told_elsewhere(scene: Scene, owners: Owners, thing: Counted | None, metric: str, known: Sequence[Known]) -> str | None:
    """The owner that the clause leaves out: of the same thing before, the country's, the firm's, or who was named or had money last."""
    if metric in {"money", "share", "other"} and (_held_by_others(scene, thing) or carried.is_for_others(scene)):
        return None
    found = _same_thing(scene, thing, known) or _of_the_country(scene, owners, thing, metric)
    is_firms = metric in {"money", "share"} or thing is not None and thing.head in _STAFF
    if found is None and is_firms and not _costs_others(scene) and not _is_of_others(scene, owners, thing, metric):
        found = owners.firm(scene.offset(scene.doc[scene.first]))
    if found is None and (metric in {"money", "share"} or _is_goods(scene)):
        found = _nearby(scene, thing, known[-1] if known else None)
    is_economys = thing is not None and thing.head in _MACRO and not _is_of_firm(thing)
    return found or (_told_last(scene, known) if metric == "money" and not is_economys else None)


def _place_of_so_many(scene: Scene, owners: Owners) -> str | None:
    """ "a country of 62 million people": the country named before."""
    at = scene.before - 2
    if scene.lower(at + 1) != "of" or at < 0 or scene.lower(at) not in plain_names.PLACE_NOUNS or scene.doc[at].tag_ != "NN":
        return None
    return owners.before(scene.offset(scene.doc[at]), scene.lower(at))


def _of_force(scene: Scene, owners: Owners, metric: str) -> str | None:
    """ "3,000 of the National Guard", "17 from the Armed Forces": the body that people belong to."""
    if scene.quantity.kind != "count" or scene.lower(scene.after) not in {"of", "from"} or scene.lower(scene.after + 1) != "the":
        return None
    first = scene.after + 2
    last = first
    while last < len(scene.doc) and scene.doc[last].tag_ in {"NNP", "NNPS"}:
        last += 1
    is_service = scene.lower(last - 1) in tables.words("organisation_words", "word")
    if last - first < _FULL_NAME or metric not in kinds.PERSONS or not is_service or countries.territory(scene.text(first, last)) is not None:
        return None
    return owners.fullest(scene.text(first, last))


def _find(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    if contest.is_whole(scene):
        return possessing.in_phrase(scene, owners, thing, metric) if thing is not None and thing.phrase is not None else None
    hit = conflict.is_hit(scene, thing) if thing is not None else None
    if thing is not None and hit is not None:
        own = possessing.in_phrase(scene, owners, thing, metric) if thing.phrase is not None else None
        return own or conflict.owner(scene, owners, thing, hit)
    if metric in _OWNED or _is_goods(scene):
        holder = holding.giver(scene, owners, thing, metric) or holding.holder(scene, owners, thing, metric)
        if holder is not None:
            return holder
    found = _ruled(scene, owners, thing) if metric in {"population", "personnel"} else None
    if found is None and thing is not None and thing.phrase is not None:
        found = possessing.in_phrase(scene, owners, thing, metric) or possessing.behind(scene, owners, thing, metric)
    if found is None and thing is not None:
        found = _themselves(owners, thing, metric)
    if found is None and thing is not None:
        found = carried.owner(scene, owners, thing)
    if found is None and thing is not None and thing.how == "hyphen":
        return _sized(scene, owners)
    if found is None and metric in possessing.HARMS and thing is not None:
        listed = clauses.first_listed(_part(scene, thing))
        if listed.dep_ == "dobj" and listed.head.lemma_ in _SUFFERING and not _only_counts(scene, listed.head):
            found = holding.actor(scene, owners, listed)
    if (
        found is None
        and (metric not in possessing.HARMS or metric == "population" and thing is not None and _part(scene, thing).dep_ == "dobj")
        and (metric != "measure" or (verb := clauses.verb_above(scene.root)) is not None and verb.lemma_ in _PRODUCING)
    ):
        found = holding.actor(scene, owners, thing.anchor if thing is not None else scene.root)
    return found


def _only_counts(scene: Scene, verb: Token) -> bool:
    """ "The UN office has recorded 9,400 deaths": whoever counts them as a source has not suffered them, unless it is the land itself."""
    said, actor = scene.attribution, clauses.actor(verb)
    if actor is None or said.source_start is None or said.source_end is None or verb.lemma_ not in _SUFFERING - {"suffer", "lose", "sustain"}:
        return False
    return said.source_start <= scene.offset(actor) < said.source_end and countries.territory(actor.text) is None


def _part(scene: Scene, thing: Counted) -> Token:
    """The token that takes part in the clause: of "won nine of the 13 seats", "suffered thousands of deaths" the number."""
    above = thing.anchor.head
    return above.head if thing.anchor.dep_ == "pobj" and above.lower_ == "of" and above.head.i in scene.numbers else thing.anchor


def _sized(scene: Scene, owners: Owners) -> str | None:
    """ "the 500-seat House", "the 40-member Arctic Union": the body of that size."""
    at = scene.last + 1
    while at < len(scene.doc) and (scene.doc[at].tag_ == "HYPH" or scene.doc[at].is_lower) and at < scene.last + 4:
        at += 1
    last = at
    while last + 1 < len(scene.doc) and scene.doc[last + 1].tag_ in {"NNP", "NNPS"}:
        last += 1
    if at >= len(scene.doc) or scene.doc[at].tag_ not in {"NNP", "JJ"} or scene.doc[last].tag_ != "NNP":
        return None
    name = scene.text(at, last + 1)
    return owners.fullest(name) if countries.territory(name) is None else None


def _themselves(owners: Owners, thing: Counted, metric: str) -> str | None:
    """ "hundreds of Taliban", "three Houthis": people who go by the name of their side."""
    noun = thing.head_token
    if noun is None or metric not in kinds.PERSONS or noun.tag_ not in {"NNP", "NNPS"} or thing.text != noun.text:
        return None
    if countries.group(noun.text) == "faith" or noun.lower_ in tables.words("no_owner", "name"):
        return None
    return countries.nation(noun.text) or (owners.fullest(noun.text) if countries.territory(noun.text) is None else None)


def _ruled(scene: Scene, owners: Owners, thing: Counted | None) -> str | None:
    """ "Russia has 600,000 men in Ukraine": the country that has them, not where they are."""
    if thing is None or thing.anchor.dep_ != "dobj" or thing.anchor.head.lemma_ not in {"have", "keep", "station", "send", "deploy", "base"}:
        return None
    actor = clauses.actor(thing.anchor.head)
    if actor is None or actor.tag_ != "NNP":
        return None
    body = owners.bodies.at_end(scene.offset(actor) + len(actor))
    return countries.territory(actor.text) or (owners.fullest(body.name) if body is not None and body.kinds else None)


def _is_goods(scene: Scene) -> bool:
    """Whether it is an amount of goods, also at a rate: tons, "3 million tons a year"."""
    unit = scene.quantity.unit or ""
    return unit in _GOODS or unit.partition("/")[0] in _GOODS


def _told_last(scene: Scene, known: Sequence[Known]) -> str | None:
    """Whose figure was told last: sums of money mostly go on about the same owner."""
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > _MEMORY_SENTENCES:
            return None
        if (
            earlier.subject is not None
            and earlier.subject[:1].isupper()
            and earlier.metric in {"money", "share"}
            and not (earlier.metric == "share" and earlier.is_person)
        ):
            return earlier.subject
    return None


def _of_the_country(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """ "Inflation slowed to 5 percent", "12 soldiers were killed": what only a country has is the one's that the article is about."""
    if thing is None:
        return None
    if metric in {"money", "share", "measure"} and thing.head in _MACRO and not _is_of_firm(thing):
        there = carried.place_behind(scene)
        if there is not None:
            return there  # "Unemployment was 4 percent in Norway"
        return owners.before(scene.offset(scene.doc[scene.first]), "country") or owners.main()
    if (thing.head in _FORCES or thing.text in _OFFICIAL) and thing.text == thing.text.lower():
        return owners.main() or owners.home()
    if thing.head in plain_names.REBELS and thing.text == thing.text.lower():
        return owners.insurgents(scene.sentence.start, scene.sentence.end)
    return None


def _is_of_firm(thing: Counted) -> bool:
    """ "sales growth", "order growth": a firm's, not an economy's."""
    return any(nouns.singular(word) in {"sale", "profit", "revenue", "earning", "order", "margin", "turnover"} for word in thing.text.lower().split())


def _held_by_others(scene: Scene, thing: Counted | None) -> bool:
    """ "42 million borrowers have 1.3 trillion in debt": the clause says who has it, though not by name."""
    anchor = thing.anchor if thing is not None and thing.phrase is not None else scene.root
    verb = clauses.verb_above(anchor)
    if verb is None or verb.lemma_ not in {"have", "owe", "hold", "own", "owed", "spend", "borrow", "make", "earn", "collect", "charge"}:
        return False
    actor = clauses.actor(verb)
    return actor is not None and actor.tag_ == "NNS" and actor.is_lower and actor.i < scene.first


def _is_of_others(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> bool:
    """Whether a figure in a firm's article is plainly somebody else's: an economy's, a poll's, harm done, or of a clause with its own names."""
    if thing is not None and thing.head in _MACRO and not _is_of_firm(thing) or metric in possessing.HARMS or metric in {"captured", "displaced"}:
        return True
    if _POLLED.search(scene.sentence.text):
        return True
    firm = owners.firm(scene.offset(scene.doc[scene.first])) or ""
    first = next((token for token in scene.doc if token.is_alpha), None)
    if first is not None and first.lower_ in {"in", "at", "for"} and first.i < scene.first:
        nouns_of_place = [child for child in first.children if child.dep_ == "pobj" and names.looks_named(child) and child.i not in scene.dated]
        if any(noun.text not in firm for noun in nouns_of_place):
            return True  # "At Ford, 200 workers were ill"
    verb = clauses.verb_above(thing.anchor if thing is not None and thing.phrase is not None else scene.root)
    actor = clauses.actor(verb) if verb is not None else None
    return (
        actor is not None
        and actor.tag_ == "NNP"
        and actor.text not in firm
        and actor.i not in scene.numbers
        and verb is not None
        and (verb.lemma_ not in clauses.SAYING)
    )


def _costs_others(scene: Scene) -> bool:
    """ "The damage cost the town 3 million": somebody else pays, though he has no name."""
    verb = clauses.verb_above(scene.root)
    if verb is None or verb.lemma_ not in {"cost", "save", "pay", "give"}:
        return False
    return any(child.dep_ in {"dative", "dobj", "iobj"} and child.i < scene.first and child.tag_ in {"NN", "NNS"} for child in verb.children)


def _same_thing(scene: Scene, thing: Counted | None, known: Sequence[Known]) -> str | None:
    """ "Norvia's reserves grew … The reserves stood at 3 billion": whose the same thing was when it was told before."""
    if thing is None or thing.phrase is None or thing.head in metrics.COMMON or _is_done_by_others(scene, thing):
        return None
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > _MEMORY_SENTENCES:
            return None
        own = earlier.subject is not None and earlier.subject.split()[-1] == thing.text.split()[-1]  # "the funds" that have it are nobody's
        if earlier.head == thing.head and earlier.subject is not None and not own and (earlier.text or "").split()[-1:] == thing.text.split()[-1:]:
            there = carried.place_behind(scene)
            return there if there is not None and countries.territory(earlier.subject) is not None else earlier.subject
    return None


def _is_done_by_others(scene: Scene, thing: Counted) -> bool:
    """ "The reform adds 21 seats": the clause has somebody without a name who does it."""
    actor = clauses.actor(thing.anchor.head) if scene.quantity.kind == "count" and thing.anchor.dep_ == "dobj" else None
    plain = actor is not None and actor.tag_ in {"NN", "NNS"} and actor.is_lower and actor.i < scene.first
    return actor is not None and plain and not bodies.kinds_of(nouns.singular(actor.text))


def _nearby(scene: Scene, thing: Counted | None, last: Known | None) -> str | None:
    """For money and shares that name nobody: the one country in the sentence before the number, else the last number's subject."""
    found = names.in_tokens(scene.doc, 0, scene.first)
    if scene.lower(scene.before - 1) == "(":
        return None  # "in Ohio ($240,000), Iowa ($700,000)" are places of somebody's spending
    there = carried.place_behind(scene) if scene.quantity.kind == "percent" else None
    if found is not None and there is not None and found[2] > 1 and scene.lower(found[1] - 1) == scene.lower(scene.after):
        return there  # "from 4 percent in Norway to 25 percent in Spain"
    if found is not None and _leads(scene, scene.doc[found[2] - 1]) and countries.group(scene.text(found[1], found[2])) != "party":
        return found[0]
    if last is not None and last.kind == scene.quantity.kind and scene.sentence.index - last.sentence <= 1 and not _is_of_people(thing):
        return None if _is_another(scene, thing, last) else last.subject
    return None


def _is_another(scene: Scene, thing: Counted | None, last: Known) -> bool:
    """ "Solar's share rose to 12 percent. Gas fell to 15 percent": a share of something else, which has its own subject."""
    noun = thing.head_token if thing is not None and thing.phrase is not None else None
    if thing is None or noun is None or noun.dep_ != "nsubj" or scene.quantity.kind != "percent":
        return False
    return thing.head != last.head and thing.head not in holders.ACCOUNTS


def _is_of_people(thing: Counted | None) -> bool:
    """ "12 percent of the teachers": people of their own, whoever those counted before were."""
    noun = thing.head_token if thing is not None and thing.phrase is not None else None
    return noun is not None and noun.tag_ in {"NNS", "NN"} and kinds.of_noun(nouns.singular(noun.text), noun) in kinds.PERSONS


def _leads(scene: Scene, name: Token) -> bool:
    """Whether a country's name sets the scene: "in Ohio, …", or belongs to the sentence's subject."""
    if name.dep_ == "pobj":
        return name.head.lower_ in {"in", "for"}
    if name.dep_ in {"poss", "amod", "compound", "nmod"} and name.i + 1 < len(name.doc) and name.nbor().lower_.rstrip(".") in names.titles():
        return False  # "Ohio Gov. Mara Cole"
    if name.dep_ in {"poss", "amod", "compound", "nmod"}:
        if plain_names.is_one_person(name.head):
            return False  # "A Kenyan businessman gave 5 million"
        if kinds.of_noun(nouns.singular(name.head.text)) == "attacks":
            return False  # "the Kenya quake will cost the firm 3 million"
        return name.head.dep_ in {"nsubj", "nsubjpass", "pobj", "ROOT", "compound"}
    if name.dep_ == "nsubj" and name.head.lemma_ in clauses.SAYING and clauses.verb_above(scene.root) != name.head:
        return False  # "Norvia said that repairs will cost 3 million"
    return name.dep_ in {"nsubj", "nsubjpass", "ROOT"}
