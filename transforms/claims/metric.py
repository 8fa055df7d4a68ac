"""The normalised kind of figure: from the noun counted, the verb that happens to it and phrases, by `seeds/language/metrics.csv`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.claims import clauses, nouns, parts
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Token

PERSONS = frozenset({"killed", "wounded", "casualties", "missing", "captured", "displaced", "affected", "personnel", "population"})
_PERSON_ENDINGS = ("ee", "ist", "er", "or", "ian", "man", "woman", "ant", "ent", "eer", "crat", "ive")
HARM = frozenset({"killed", "wounded", "casualties", "missing", "captured", "displaced", "affected"})
# those whom war or work takes: to lose them is to have them killed
_LOST = frozenset(
    "soldier troop man crew sailor marine airman fighter paratrooper policeman officer peacekeeper miner fisherman civilian person people "
    "firefighter commando serviceman woman child guard militant rebel guerrilla comrade pilot".split()
)
_ARMED = frozenset("army force brigade battalion regiment division contingent garrison unit police militia guard squad corps mission".split())
_DYING = frozenset({"die", "succumb", "perish"})
_DECLARING = frozenset(
    "leave find report declare pronounce confirm fear be believe presume list register count give know think describe remain lie".split()
)
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
_TAKEN = frozenset({"prisoner", "hostage", "captive"})
_SERVED = frozenset("customer user viewer reader subscriber listener household visitor passenger follower fan consumer client".split())
_BALLOTED = frozenset({"delegate", "superdelegate", "elector", "vote", "seat", "state"})
_POLITICAL = frozenset(
    "delegate superdelegate elector voter senator lawmaker legislator member candidate deputy councillor mp congressman representative "
    "supporter signatory donor worker employee staff staffer player".split()
)
# words between a noun and the word of harm that follows it
_BETWEEN = frozenset(
    "others more other people persons were was are had been have has be critically seriously severely slightly fatally badly "
    "feared confirmed still reported also reportedly instantly as".split()
)
_ON_BOARD = frozenset({"aboard", "onboard", "board", "inside", "present"})
_HELD = frozenset({"custody", "detention", "captivity"})
_ASIDE = 16
_LIST_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", ",", "CC", "IN", "DT", "HYPH"})
_DEADLY = re.compile(r"\b(?:killed|died|dead|deaths?|crash(?:ed)?|massacre|murder(?:ed)?|perished)\b")


@cache
def _table(part: str) -> dict[str, tuple[str, str]]:
    single = part == "verb"
    return {
        row["words"]: (row["metric"], row["role"]) for row in tables.rows("metrics") if row["part"] == part and not (single and " " in row["words"])
    }


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """First word -> the phrases that begin with it, as (further words, metric, role)."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in tables.rows("metrics"):
        words = row["words"].split()
        if row["part"] == "verb" and len(words) > 1:
            found.setdefault(words[0], []).append((tuple(words[1:]), row["metric"], row["role"]))
    return found


def of_noun(head: str, token: Token | None = None) -> str | None:
    """The metric that a singular noun alone stands for; None for a noun that says nothing."""
    table = _table("noun")
    two = f"{token.nbor(-1).lower_} {head}" if token is not None and token.i else head
    for word in (two, head, head.rpartition("-")[2]):
        if word in table and not (table[word][0] == "other" and token is not None and token.tag_ == "NNPS"):
            return table[word][0]  # "Tigers" with a capital are no animals
    if countries.group(head.capitalize()) in {"place", "people", "faith", "party"} or token is not None and countries.nation(token.text):
        return "population"
    if (
        head.endswith(_PERSON_ENDINGS)
        and head not in tables.words("no_persons", "noun")
        and len(head) > 4
        and not head.endswith(("ment", "ence", "ance"))
    ):
        return "population"
    return None


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
    if whole is not None and whole.metric in HARM and (found in {"population", "personnel"} or found == "other" and thing.before is not None):
        return whole.metric
    if whole is not None and whole.metric in HARM and found in HARM and scene.lower(scene.after) == "of" and _has_no_verb(scene):
        return whole.metric  # "Police detained 47; 12 clerks were hurt, two of them by gunfire"
    if whole is not None and whole.metric in {"wounded", "killed"} and found == "affected":
        return whole.metric  # "1.4 million died, including 430,000 who were infected"
    return found


def _has_no_verb(scene: Scene) -> bool:
    """Whether nothing is said of the number by a verb of its own, up to the next mark."""
    for token in scene.doc[scene.after :]:
        if token.is_punct or token.tag_ == "CC":
            break
        if token.pos_ in {"VERB", "AUX"} or token.lower_ in _table("adjective"):
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
        return _table("adjective").get(thing.head_token.lower_, ("population", ""))[0]
    if thing.head == "time" and _attacked(scene):
        return "attacks"
    own = of_noun(thing.head, thing.head_token)
    if thing.head == "case" and own is not None and _is_instance(scene, thing):
        own = None
    if thing.how == "hyphen" and thing.head == "member" and _is_of_states(scene, thing):
        return "other"
    if thing.head == "unit" and " " not in thing.text:
        own = "other"  # of sales, flats or blood; an army's have a word before them
    if own is None and thing.before is not None and thing.before.is_person:
        own = "population"
    if own == "population" and thing.how == "title" and thing.head_token is not None:
        title = of_noun(nouns.singular(thing.head_token.text))
        own = title if title in PERSONS else own
    is_total = own is not None and parts.is_total(scene)
    if own in {"population", "personnel"} and _is_found_in(thing):
        return "affected"
    if own in {"population", "personnel"} and any(verb.lemma_ == "intercept" and role == "object" for verb, role in clauses.governors(thing.anchor)):
        return "captured"  # people, not rockets or messages
    event = _fitting(_told_of_all(thing) if is_total else happening(scene, thing), own, thing)
    if event is None and _is_lost(scene, thing):
        return "killed"
    if thing.head == "loss" and own is None and _is_of_people(thing):
        return "casualties"
    if event is None and own in {"population", "personnel"} and _is_sought(thing):
        return "missing"
    if event is not None and (own in PERSONS or own is None and event in {"killed", "wounded", "casualties", "missing", "captured"}):
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
        return "killed" if _DEADLY.search(scene.document.text) else "affected"
    if event is None and thing.how == "understood" and any(scene.lower(at) in _ON_BOARD for at in range(scene.after, scene.after + 4)):
        return own or "population"  # "Seven died. At least 45 were aboard."
    if event is None and thing.how == "understood" and thing.before is not None and not _says_again(scene, thing.before):
        return thing.before.metric
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
    return any(c.dep_ == "nsubjpass" and of_noun(nouns.singular(c.text), c) == "affected" for c in verb.children)


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
            return of_verb(verb, role)
    return None


def _fitting(event: str | None, own: str | None, thing: Counted) -> str | None:
    """The happening if it can happen to such a thing."""
    if event == "attacks" and own in PERSONS:
        return None
    if event == "killed" and own is None and thing.before is None:
        verb = clauses.verb_above(thing.anchor)
        if verb is not None and verb.lemma_ in DOING_AWAY:
            return None  # "will eliminate 13 positions"
    if event == "affected" and thing.head in _SERVED and (verb := clauses.verb_above(thing.anchor)) is not None and verb.lemma_ == "reach":
        return None  # "a network that reaches 3 million customers"
    if event == "population" and own not in {"personnel", "population"}:
        return None
    if event == "captured" and thing.head in _BALLOTED:
        return None  # "Cole has captured 1,944 delegates"
    if event in {"captured", "affected"} and (own is None and thing.before is None or thing.head in _POLITICAL):
        verb = clauses.verb_above(thing.anchor)
        if verb is not None and verb.lemma_ in MILD:
            return None
    return event


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
    return any(nouns.is_noun(token) and of_noun(nouns.singular(token.text)) == "attacks" and token.i < scene.first for token in verb.subtree)


def is_event(noun: Token) -> bool:
    """Whether the noun tells what happens to those after "of": "the wounding of 12"."""
    return _table("event").get(nouns.singular(noun.text), ("", ""))[0] in HARM


def happening(scene: Scene, thing: Counted) -> str | None:
    """What happens to the counted thing by the verbs and adjectives around it; None where nothing in the table does."""
    found = _beside(scene, thing) or _of_event(thing.anchor)
    if found is not None and found not in {"wounded", "missing"}:
        return found
    for verb, role in clauses.governors(thing.anchor):
        told = _told_among(verb, role) or of_verb(verb, role)
        if told is not None and (found is None or told == "killed" and verb.lemma_ in _DYING):
            return _joined(verb, told)
    return found or _listed(scene, thing)


def _listed(scene: Scene, thing: Counted) -> str | None:
    """ "150 guards, 95 civilians and dozens of rebels killed": the participle behind a list is of all in it."""
    at, joined = (thing.phrase[1] if thing.phrase is not None else scene.after), False
    while at < len(scene.doc) and scene.doc[at].tag_ in _LIST_TAGS and scene.lower(at) not in {"in", "by", "with", "from"}:
        joined = joined or at in scene.numbers
        at += 1
    after, following = scene.token(at), scene.token(at + 1)
    if not joined or after is None or after.tag_ not in {"VBN", "VBD", "JJ"} or following is not None and following.tag_ not in {".", ",", "IN", ":"}:
        return None
    known = _table("adjective").get(after.lower_) or _table("verb").get(after.lemma_, ("", "subject"))
    return _joined(after, known[0]) if known[0] in HARM and known[1] != "subject" else None


def _told_among(verb: Token, role: str) -> str | None:
    """ "The dead included nine women", "the deaths are nine women", "among the wounded were two nurses": the metric of the group."""
    if verb.lemma_ not in {"include", "be", "number"}:
        return None
    for child in verb.children:
        group = child
        if child.dep_ == "nsubj" and child.lower_ == "toll":
            return "killed" if any(inner.lower_ == "death" for inner in child.children) else None
        if child.dep_ == "prep" and child.lower_ == "among":
            group = next((inner for inner in child.children if inner.dep_ == "pobj"), child)
            done = next((inner for inner in group.children if inner.dep_ == "acl" and inner.tag_ in {"VBN", "VBD"}), None)
            if group.lower_ in {"those", "people"} and done is not None:
                told = of_verb(done, "object")  # "were among those arrested"
                return _joined(done, told) if told in HARM else None
        elif child.dep_ != "nsubj" or verb.lemma_ == "be" and (role == "subject" or child.tag_ not in {"NNS", "JJ", "VBN"}):
            continue
        known = _table("adjective").get(group.lower_) or _table("noun").get(nouns.singular(group.text))
        if known is not None and known[0] in HARM:
            return known[0]
        if group.lower_ == "victims":
            return "killed" if _DEADLY.search(verb.doc.text) else "affected"
    return None


def _beside(scene: Scene, thing: Counted) -> str | None:
    """Words of harm directly before or after the noun: "three wounded soldiers", "15 others missing", "six people dead"."""
    adjectives, verbs = _table("adjective"), _table("verb")
    if thing.phrase is not None:
        for token in scene.doc[thing.phrase[0] : thing.phrase[1]]:
            if token.lower_ in adjectives and (token.tag_ in {"JJ", "VBN", "VBD"} or thing.phrase[1] - thing.phrase[0] == 1):
                return adjectives[token.lower_][0]
            if token.tag_ == "VBN" and token.lemma_ in verbs and verbs[token.lemma_][0] in PERSONS:
                return verbs[token.lemma_][0]
    if any(scene.lower(at) == "taken" and scene.lower(at + 1) in _TAKEN for at in range(scene.after, scene.after + 3)):
        return "captured"
    at = (thing.phrase[1] if thing.phrase is not None else scene.after) if thing.how not in {"number of", "title"} else thing.anchor.i + 1
    while scene.lower(at) in _BETWEEN:
        at += 1
    if scene.lower(at) == "," and scene.lower(at + 1) in {"including", "among", "many", "most", "some"}:
        # "20 more, including the mayor, were hurt"
        at = next((i + 1 for i in range(at + 2, min(at + _ASIDE, len(scene.doc))) if scene.lower(i) == ","), at)
        while scene.lower(at) in _BETWEEN:
            at += 1
    after = scene.token(at)
    if after is None:
        return None
    if after.lower_ == "in" and scene.lower(at + 1) in _HELD and not (scene.token(at + 2) is not None and nouns.is_noun(scene.doc[at + 2])):
        return "captured"  # "the number of people in custody"
    if any(child.dep_ == "dobj" for child in after.children):
        return None
    if after.lower_ in adjectives and after.tag_ != "NNS" and of_verb(after, "object") in {None, adjectives[after.lower_][0]}:
        following = scene.token(at + 1)
        if not (following is not None and after.dep_ == "amod" and nouns.is_noun(following)):
            return _joined(after, adjectives[after.lower_][0])
    if after.tag_ == "VBN" and after.lemma_ in verbs and verbs[after.lemma_][1] != "subject" and verbs[after.lemma_][0] in PERSONS:
        return _joined(after, of_verb(after, "object") or verbs[after.lemma_][0])
    return None


def _of_event(anchor: Token) -> str | None:
    """ "the deaths of 40 miners", "the arrest of 12 men": the event's noun before "of"."""
    preposition = anchor.head
    if anchor.dep_ != "pobj" or preposition.lower_ not in {"of", "by"} or preposition.i == 0:
        return None
    noun = preposition.nbor(-1) if preposition.lower_ == "by" else preposition.head
    if noun.tag_ in {"NNS", "CD"} and noun.dep_ == "pobj" and noun.head.lower_ == "of" and not nouns.is_filler(noun.lower_):
        noun = noun.head.head  # "the evacuation of thousands of residents"
    if not nouns.is_noun(noun):
        return None
    known = _table("event").get(nouns.singular(noun.text))
    if known is not None and (preposition.lower_ == "by") != (known[0] == "population") and known[0] != "population":
        return None
    return known[0] if known is not None else None


def of_verb(verb: Token, role: str) -> str | None:
    """The metric of what a verb's object or subject (its `role`) goes through; None where the table says nothing."""
    lemma = verb.lemma_.lower()
    for rest, metric, takes in _phrases().get(lemma, ()):
        if (takes == role or takes == "both") and _follows(verb, rest):
            return metric
    adjective = _table("adjective").get(verb.lower_)
    if adjective is not None and not any(child.dep_ == "dobj" for child in verb.children):
        return adjective[0]
    known = _table("verb").get(lemma)
    if known is not None and (known[1] in {role, "both"}) and lemma != "bury":
        return known[0]
    if lemma == "bury" and role == "object" and clauses.is_passive(verb):
        return "affected"
    if lemma == "bury" and role == "object":
        who = clauses.actor(verb)
        return "affected" if who is not None and of_noun(nouns.singular(who.text), who) == "attacks" else "killed"
    if lemma in _DECLARING:
        for child in verb.children:
            for token in (child, *child.children):
                if token.i > verb.i and token.lower_ in _table("adjective") and (token.tag_ in {"JJ", "VBN", "VBD"} or token.lower_ == "missing"):
                    return _table("adjective")[token.lower_][0]
    if lemma in {"leave", "be", "fear", "believe", "report", "confirm"}:
        for child in verb.children:
            if child.dep_ in {"xcomp", "ccomp", "acomp"} and child.lemma_ in _table("verb"):
                return _table("verb")[child.lemma_][0]
    return None


def _follows(verb: Token, rest: tuple[str, ...]) -> bool:
    """Whether the further words of a phrase stand among the next tokens, in order."""
    wanted = list(rest)
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.lemma_.lower() == wanted[0] or token.lower_ == wanted[0]:
            wanted.pop(0)
            if not wanted:
                return True
        elif token.tag_ in {".", ":", ",", "CC"}:
            return False
    return False


def _joined(verb: Token, metric: str) -> str:
    """Killed and wounded under one number ("killed or wounded") are casualties."""
    if metric not in {"killed", "wounded"}:
        return metric
    other = "wounded" if metric == "killed" else "killed"
    doc = verb.doc
    for step in (1, -1):
        joint, beyond = verb.i + step, verb.i + 2 * step
        if 0 <= beyond < len(doc) and doc[joint].lower_ in {"or", "and", "and/or"}:
            known = _table("verb").get(doc[beyond].lemma_) or _table("adjective").get(doc[beyond].lower_)
            after = doc[max(joint, beyond) + 1 if step == 1 else verb.i + 1 : max(joint, beyond) + 2 if step == 1 else verb.i + 2]
            if known is not None and known[0] == other and not (len(after) and after[0].tag_ in {"CD", "DT", "PRP$"}):
                return "casualties"
    return metric
