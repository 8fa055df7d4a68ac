"""The normalised kind of figure: from the noun counted, the verb that happens to it and phrases, by `seeds/language/metrics.csv`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims import clauses, kinds, nouns, parts
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

if TYPE_CHECKING:
    pass

# those whom war or work takes: to lose them is to have them killed
_LOST = frozenset(
    "soldier troop man crew sailor marine airman fighter paratrooper policeman officer peacekeeper miner fisherman civilian person people "
    "firefighter commando serviceman woman child guard militant rebel guerrilla comrade pilot".split()
)
_ARMED = frozenset("army force brigade battalion regiment division contingent garrison unit police militia guard squad corps mission".split())
_AMMUNITION = frozenset("bomb rocket missile shell mortar projectile round grenade mine warhead device ied salvo torpedo".split())
# verbs that mean no harm where votes and seats are counted
MILD = frozenset("reach need lack require develop contract catch help free feed release hold escape recover benefit save".split())
# done to posts and plans as well as to people
DOING_AWAY = frozenset({"eliminate", "neutralize", "neutralise", "liquidate", "fell", "execute"})
# nouns of which every article has many, whoever they belong to
COMMON = frozenset("person people man woman child civilian resident case death time day year percent vote voter family body victim".split())
# whom the police look for
_SOUGHT = frozenset("suspect gunman attacker robber fugitive assailant shooter bomber killer perpetrator militant accomplice candidate".split())
_BLOCS = frozenset(
    "union bloc alliance organization organisation league pact grouping zone association community cartel "
    "eu au nato un oecd opec asean ecowas".split()
)
_SERVED = frozenset("customer user viewer reader subscriber listener household visitor passenger follower fan consumer client".split())
_PLEDGED = frozenset({"delegate", "superdelegate"})
_PRIMARY = re.compile(r"\b(?:primar(?:y|ies)|caucus(?:es)?|nomination|nominees?|pledged|superdelegates?)\b", re.IGNORECASE)
_BALLOTED = frozenset({"delegate", "superdelegate", "elector", "vote", "seat", "state"})
_POLITICAL = frozenset(
    "delegate superdelegate elector voter senator lawmaker legislator member candidate deputy councillor mp congressman representative "
    "supporter signatory donor worker employee staff staffer player".split()
)
_SEIZING = frozenset({"seize", "capture", "confiscate", "impound", "hold"})
_COUPLED = frozenset({"couple", "male", "female", "pair", "unit"})
_ON_BOARD = frozenset({"aboard", "onboard", "board", "inside", "present"})


def find(scene: Scene, thing: Counted | None, whole: Known | None = None) -> str:
    """The metric of one quantity, one of schema.METRICS; `whole` is the number that it is told as a part of."""
    kind = scene.quantity.kind
    if kind == "money":
        return "money"
    if kind in {"percent", "points", "fraction", "ratio"}:
        return "share"
    if kind in {"measure", "duration"}:
        return "measure"
    if thing is None:
        return "other"
    found = _of_count(scene, thing)
    if whole is not None and whole.metric in kinds.HARM and (found in {"population", "personnel"} or found == "other" and thing.before is not None):
        return whole.metric
    if whole is not None and whole.metric in kinds.HARM and found in kinds.HARM and scene.lower(scene.after) == "of" and _has_no_verb(scene):
        return whole.metric  # "Police detained 47; 12 clerks were hurt, two of them by gunfire"
    if whole is not None and whole.metric in {"wounded", "killed"} and found == "affected":
        return whole.metric  # "1.4 million died, including 430,000 who were infected"
    return found


def _has_no_verb(scene: Scene) -> bool:
    """Whether nothing is said of the number by a verb of its own, up to the next mark."""
    for token in scene.doc[scene.after :]:
        if token.is_punct or token.tag_ == "CC":
            break
        if token.pos_ in {"VERB", "AUX"} or token.lower_ in kinds.table("adjective"):
            return False
    return True


def _of_count(scene: Scene, thing: Counted) -> str:
    if thing.how == "toll":
        return "killed"
    if thing.how == "magnitude":
        return "measure"
    if thing.how == "strong" and nouns.singular(thing.anchor.text) in _ARMED:
        return "personnel"
    if thing.how == "label" and thing.head_token is not None:
        return kinds.table("adjective").get(thing.head_token.lower_, ("population", ""))[0]
    if thing.head == "time" and _attacked(scene):
        return "attacks"
    own = kinds.of_noun(thing.head, thing.head_token)
    if thing.head in _PLEDGED and _PRIMARY.search(scene.document.text):
        own = "other"  # of a race they are won as seats are; at a congress they are people
    if thing.head == "case" and own is not None and _is_instance(scene, thing):
        own = None
    if thing.how == "hyphen" and thing.head == "member" and _is_of_states(scene, thing):
        return "other"
    if thing.head == "unit" and " " not in thing.text:
        own = "other"  # of sales, flats or blood; an army's have a word before them
    if own is None and thing.before is not None and thing.before.is_person:
        own = "population"
    if thing.head == "member" and own == "population" and any(word in _ARMED | {"guard", "guards"} for word in thing.text.lower().split()):
        own = "personnel"  # "5,500 National Guard members"
    if own == "population" and thing.how == "title" and thing.head_token is not None:
        title = kinds.of_noun(nouns.singular(thing.head_token.text))
        own = title if title in kinds.PERSONS else own
    is_total = own is not None and parts.is_total(scene)
    if own in {"population", "personnel"} and _is_found_in(thing):
        return "affected"
    if own in {"population", "personnel"} and any(verb.lemma_ == "intercept" and role == "object" for verb, role in clauses.governors(thing.anchor)):
        return "captured"  # people, not rockets or messages
    event = _fitting(_told_of_all(thing) if is_total else kinds.happening(scene, thing), own, thing)
    if event is None and _is_lost(scene, thing):
        return "killed"
    if thing.head == "loss" and own is None and _is_of_people(thing):
        return "casualties"
    if event is None and own in {"population", "personnel"} and _is_sought(thing):
        return "missing"
    if event == "affected" and thing.head == "life":
        return event  # "saved 300 lives"
    if event is not None and (own in kinds.PERSONS or own is None and event in {"killed", "wounded", "casualties", "missing", "captured"}):
        if own in {"killed", "wounded", "casualties", "missing"}:
            return own
        if own in {"displaced", "captured"} and event in {"affected", "personnel", "displaced"}:
            return own
        if own == "displaced" and event == "captured" and (verb := clauses.verb_above(thing.anchor)) is not None and verb.lemma_ == "pick":
            return own  # "the ship picked up 700 migrants"
        return event
    if event is None and own in {"population", "personnel", None} and _of_toll(scene, own is not None and not _is_named_toll(thing)):
        return "killed"
    if event is None and thing.head == "victim":
        return "killed" if kinds.DEADLY.search(scene.document.text) else "affected"
    if event is None and thing.how == "understood" and any(scene.lower(at) in _ON_BOARD for at in range(scene.after, scene.after + 4)):
        return own or "population"  # "Seven died. At least 45 were aboard."
    if event is None and thing.how == "understood" and thing.before is not None and not _says_again(scene, thing.before):
        return own or "population" if thing.before.metric in kinds.HARM and _acts(scene) else thing.before.metric
    if thing.how == "harmed":
        return event or "casualties"
    if event == "attacks" and own == "equipment" and thing.head in _AMMUNITION:
        return "attacks"
    return own or "other"


_FINDING = frozenset("report find confirm detect diagnose identify record".split())


def _is_found_in(thing: Counted) -> bool:
    """ "The infection was confirmed in 13 million people": the ill."""
    preposition = thing.anchor.head
    verb = preposition.head
    if thing.anchor.dep_ != "pobj" or preposition.lower_ not in {"in", "among"} or verb.lemma_ not in _FINDING or not clauses.is_passive(verb):
        return False
    return any(c.dep_ == "nsubjpass" and kinds.of_noun(nouns.singular(c.text), c) == "affected" for c in verb.children)


def _is_instance(scene: Scene, thing: Counted) -> bool:
    """ "is allowed only in three cases": when, not who is ill."""
    return scene.lower(scene.before - 1) in {"in", "only"} and thing.text.lower() in {"cases", "case"} and thing.anchor.head.lower_ == "in"


def _is_of_states(scene: Scene, thing: Counted) -> bool:
    """ "the 55-member union", "the 27-nation bloc": the members are countries."""
    return thing.phrase is not None and scene.lower(thing.phrase[1] - 1) in _BLOCS


def _told_of_all(thing: Counted) -> str | None:
    """What the total's own relative clause says of it ("60 of the 200 workers who fell ill")."""
    for verb, role in clauses.governors(thing.anchor):
        if verb.dep_ in {"relcl", "acl"} and verb.head == thing.anchor:
            return kinds.of_verb(verb, role)
    return None


def _fitting(event: str | None, own: str | None, thing: Counted) -> str | None:
    """The kinds.happening if it can happen to such a thing."""
    if event == "attacks" and own in kinds.PERSONS:
        return None
    if event == "killed" and own is None and thing.before is None:
        verb = clauses.verb_above(thing.anchor)
        if verb is not None and verb.lemma_ in DOING_AWAY:
            return None  # "will eliminate 13 positions"
    if event == "affected" and thing.head in _SERVED and (verb := clauses.verb_above(thing.anchor)) is not None and verb.lemma_ == "reach":
        return None  # "a network that reaches 3 million customers"
    if event == "population" and own not in {"personnel", "population"}:
        return None
    if event == "captured" and (thing.head in _BALLOTED or own is None and _is_taken(thing)):
        return None  # "Cole has captured 1,944 delegates", "seized 126 skins"
    if event in {"captured", "affected"} and thing.head != "life" and (own is None and thing.before is None or thing.head in _POLITICAL):
        verb = clauses.verb_above(thing.anchor)
        if verb is not None and verb.lemma_ in MILD:
            return None
    return event


def _is_taken(thing: Counted) -> bool:
    """ "seized 126 skins", "captured 14 wolves": things and animals; those who are taken prisoner have a noun for people or a name."""
    verb = clauses.verb_above(thing.anchor)
    is_common = thing.head_token is not None and thing.head_token.tag_ in {"NN", "NNS"} and thing.head_token.is_lower and thing.before is None
    return is_common and verb is not None and verb.lemma_ in _SEIZING and thing.head not in _COUPLED


def _is_lost(scene: Scene, thing: Counted) -> bool:
    """ "The army lost 74 soldiers", "the loss of nine men"."""
    if thing.head not in _LOST:
        return False
    head = thing.anchor.head
    if head.lower_ == "of" and thing.anchor.dep_ == "pobj":
        return head.head.lower_ in {"loss", "losses"}
    return head.lemma_ == "lose" and thing.anchor.dep_ == "dobj"


def _is_of_people(thing: Counted) -> bool:
    """ "losses in personnel", "losses among its troops", "troop losses"; those of a firm are money or jobs."""
    if thing.head_token is None:
        return False
    beside = [token for child in thing.head_token.children for token in (child, *child.children) if child.dep_ in {"prep", "compound", "amod"}]
    return any(nouns.singular(token.text) in _LOST | {"personnel", "manpower", "troop"} for token in beside)


def _is_sought(thing: Counted) -> bool:
    """ "searched for 14 crew members", "the search for two hikers"; those whom the police hunt are not missing."""
    preposition = thing.anchor.head
    if thing.anchor.dep_ != "pobj" or preposition.lower_ != "for" or thing.head in _SOUGHT:
        return False
    return preposition.head.lemma_.lower() == "search" or preposition.head.lemma_ == "look" and clauses.is_verb(preposition.head)


def _says_again(scene: Scene, before: Known) -> bool:
    """ "12 percent of its customers, or 30,000": the share was told in percent, its count is of customers."""
    return before.metric == "share" and scene.lower(scene.before - 1) == "or"


def _acts(scene: Scene) -> bool:
    """ "nine died, and 300 went home": those who do something are not those who came to harm."""
    verb = scene.root.head
    return scene.root.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_ not in {"be", "have", "include", "come", "remain"}


def _is_named_toll(thing: Counted) -> bool:
    return thing.head_token is not None and thing.head_token.lower_ in {"toll", "tolls"}


def _of_toll(scene: Scene, are_people: bool) -> bool:
    """ "raised the death toll from five people to six", "the toll rose to 500 villagers": those whom the toll counts."""
    token = scene.root.head if scene.root.dep_ == "nummod" else scene.root
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"from", "to"} else None
    if verb is None or not clauses.is_verb(verb):
        return False
    tolls = (child for child in verb.children if child.lower_ == "toll" and child.dep_ in {"dobj", "nsubj", "nsubjpass"})
    words = [[inner.lower_ for inner in toll.children if inner.dep_ in {"compound", "amod", "nmod"}] for toll in tolls]
    return any("death" in before or not before and are_people for before in words)


def _attacked(scene: Scene) -> bool:
    """ "came under attack three times" counts attacks."""
    verb = clauses.verb_above(scene.root)
    if verb is None:
        return False
    return any(nouns.is_noun(token) and kinds.of_noun(nouns.singular(token.text)) == "attacks" and token.i < scene.first for token in verb.subtree)
