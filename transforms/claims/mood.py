"""What the verbs and nouns that govern a number make of it: "expects to send 300", "plans for 40 schools", "could cost $3 million".

Words come from `seeds/language/statuses.csv`; `status` reads along the line of words and asks here of each.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from transforms.attribution import cues
from transforms.claims import clauses, nouns
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "provided", "assuming", "suppose", "supposing", "whether"})
FUTURE = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d", "should"})
_POSSIBLE = frozenset({"could", "may", "might"})
# what they look into has happened: "will examine the massacre of 700 villagers"
_EXAMINING = frozenset(
    "examine investigate review study probe consider discuss debate mark commemorate remember honor honour mourn assess "
    "analyze analyse look inspect".split()
)
# what is decided or announced has still to happen; what is only made known has
_DECIDING = frozenset({"announce", "approve", "authorize", "authorise", "order", "unveil", "earmark"})
TO_COME = frozenset(
    "aid assistance compensation investment loan funding fund grant package plan cut layoff redundancy reduction spending relief contribution "
    "support deployment purchase expansion euro dollar pound yuan yen rupee crown franc million billion subsidy program programme helicopter tank "
    "aircraft jet vehicle ship missile dose job project culling evacuation withdrawal release".split()
)
_LISTING = frozenset({"include", "involve", "contain", "call", "propose", "provide", "allocate", "foresee", "envisage", "envision"})
ORDERS = frozenset({"order", "oblige", "instruct", "direct"})
FORECASTS = frozenset({"forecast", "estimate", "projection", "target", "outlook", "prediction", "goal"})
_PLANNED = frozenset({"planned", "expected", "projected", "anticipated", "targeted", "promised"})
# what a contract or a letter of intent is about has still to be done
_CONTRACTS = frozenset({"contract", "intent", "memorandum", "option"})
# whoever offers or demands a sum has not paid or got it
_BIDDING = frozenset({"offer", "bid", "seek", "want", "demand", "request"})
_TRADING = frozenset({"buy", "acquire", "purchase", "sell", "pay"})
_CALLING = frozenset({"call", "ask", "provide", "push", "press"})
_PAPERS = frozenset("plan deal accord agreement bill law pact treaty contract budget draft proposal measure text settlement act".split())
# "called for an end to the hunt of 40 wolves", "for an inquiry into 12 deaths": what is to end or to be looked into is there
_ENDING = frozenset("end halt stop investigation inquiry probe review resignation arrest punishment prosecution trial justice".split())
# "the best way is to wait" arranges nothing
_AIMS = frozenset("way job task role duty purpose function point idea trick key thing best step problem answer solution".split())
_BY_NOW = frozenset({"now", "already", "currently", "still", "presently", "routinely", "typically", "usually"})
_SO_OFTEN = frozenset({"day", "daily", "week", "weekly", "month", "monthly", "year", "yearly", "annually", "annual", "every", "each", "hour"})


@cache
def statuses(part: str) -> dict[str, str]:
    return {row["word"]: row["status"] for row in tables.rows("statuses") if row["part"] == part}


def is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def is_new(noun: Token) -> bool:
    """Whether the noun is only brought in by a verb in the future."""
    if any(child.lower_ in {"the", "this", "that", "its", "their", "these"} or child.dep_ == "poss" for child in noun.children):
        return False
    return any(child.dep_ == "aux" and child.lower_ in FUTURE for child in noun.head.children)


def of_noun(token: Token) -> str | None:
    """ "an expected 300", "plans for 40 schools", "more than 12,000 expected"."""
    for child in token.children:
        if child.dep_ in {"amod", "quantmod", "advmod"} and child.i < token.i:
            status = statuses("adjective").get(child.lower_)
            if status is not None and not (child.lower_ == "pledged" and token.lemma_ == "delegate"):
                return status
        if child.dep_ == "acl" and child.i > token.i and child.tag_ == "VBN" and child.lemma_ in statuses("participle"):
            return statuses("participle")[child.lemma_]
    if token.dep_ == "pobj" and token.head.lower_ in {"of", "for", "to"} and token.head.head.pos_ == "NOUN":
        return statuses("noun").get(token.head.head.lemma_)
    if token.dep_ in {"dobj"} and token.head.dep_ == "acl" and token.head.tag_ == "VB":
        return statuses("noun").get(token.head.head.lemma_)
    return None


def of_verb(verb: Token, below: Token) -> str | None:
    """What the verb's own helpers and marks make of the number in its clause."""
    words = _helpers(verb)
    if is_condition(verb):
        return "hypothetical"
    if words & _POSSIBLE:
        return "hypothetical"
    if words & FUTURE and verb.lemma_ in _EXAMINING:
        return "asserted"
    if words & FUTURE:
        unreal = words & {"would", "'d", "’d", "should"} and {"have", "'ve"} & words
        return "hypothetical" if unreal or _has_condition(verb) else "projected"
    for child in verb.children:
        # "27 percent more likely" weighs the likelihood
        if (
            child != below
            and child.dep_ == "acomp"
            and child.lower_ in statuses("adjective_to")
            and not is_compared(child)
            and any(inner.dep_ == "xcomp" for inner in child.children)
        ):
            return statuses("adjective_to")[child.lower_]
    if _is_to(verb):
        return "projected"
    if below.dep_ == "dobj" and below.i > verb.i and _is_under_way(verb):
        return statuses("progressive").get(verb.lemma_)
    if verb.tag_ == "VBG" and verb.lemma_ == "go" and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children):
        return "projected"
    return None


def is_compared(adjective: Token) -> bool:
    """ "is more likely to be seen as honest, 64 percent to 56": who is likelier now, not what will come."""
    return any(child.lower_ in {"more", "less", "most", "least"} for child in adjective.children)


def _is_under_way(verb: Token) -> bool:
    """ "is sending 40 tanks", said when it is announced; not "is now sending", "is sending 40 a day"."""
    if verb.tag_ != "VBG" or any(child.lower_ in _BY_NOW or child.lower_ in _SO_OFTEN for child in verb.children):
        return False
    if any(token.lower_ in _SO_OFTEN for token in verb.doc[verb.i + 1 : verb.i + 8]):
        return False
    return any(child.dep_ == "aux" and child.lower_ in {"is", "are", "'s", "’s", "'re", "’re"} for child in verb.children)


def _helpers(verb: Token) -> set[str]:
    """The verb's auxiliaries, or those of the verb it is joined to: "will flood 600 farms and force 1,200 people to move"."""
    for _ in range(4):
        words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
        if words or verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) or not clauses.is_verb(verb.head):
            return words
        if _keeps_perfect(verb):
            verb = verb.head
            continue
        if verb.lower_ != verb.lemma_ and verb.head.tag_ != verb.tag_ or verb.tag_ not in {"VB", "VBN", "VBP"} and verb.lower_ != verb.lemma_:
            return words
        verb = verb.head
    return set()


def _keeps_perfect(verb: Token) -> bool:
    """ "would have burnt 40 tons and emitted 90": a participle that the tagger takes for a past."""
    helpers = {child.lower_ for child in verb.head.children if child.dep_ == "aux"}
    return verb.tag_ in {"VBD", "VBN"} and "have" in helpers and bool(helpers & {"would", "could", "might", "should", "will", "may", "must"})


def _is_to(be: Token) -> bool:
    """ "are to arrive", "is to spend": an arrangement; not "the way to win is to wait"."""
    if be.lemma_ != "be" or be.lower_ not in {"is", "are", "was", "were", "'s", "’s"}:
        return False
    if any(child.dep_ in {"acomp", "attr", "expl"} for child in be.children):
        return False
    if any(child.dep_ == "nsubj" and (child.lemma_ in _AIMS or child.tag_ == "WP" or child.dep_ == "csubj") for child in be.children):
        return False
    return any(
        child.dep_ == "xcomp"
        and child.tag_ == "VB"
        and child.lemma_ != "blame"
        and child.i > be.i
        and any(c.lower_ == "to" and c.i == be.i + 1 for c in child.children)
        for child in be.children
    )


def over(verb: Token, below: Token) -> str | None:
    """What a verb makes of its complement: "expects to send 300", "is likely to cost $3 million", "pledged 40 tanks"."""
    dep = below.dep_
    if _is_bid(verb, below) or _is_called_for(verb, below):
        return "projected"
    if (
        verb.lemma_ in _LISTING
        and below.i > verb.i
        and any(c.dep_ == "nsubj" and statuses("noun").get(c.lemma_) == "projected" for c in verb.children)
    ):
        return "projected"  # "her plan includes cutting rates to 2 percent"
    if verb.lemma_ in _DECIDING and dep == "dobj" and below.i > verb.i and nouns.singular(below.lower_) in TO_COME | {"$", "€", "£"}:
        return "projected"  # "announced compensation of 20,000 euros"
    if verb.lemma_ == "vote" and dep == "xcomp" and below.tag_ == "VB":
        return "projected"
    if verb.lemma_ in {"order", "authorize", "authorise", "approve"} and dep == "dobj" and below.lower_.endswith("ing") and below.i > verb.i:
        return "projected"  # "ordered the culling of 15,000 birds"
    if dep == "prep" and below.lower_ in {"to", "from", "at", "by"} and any(c.dep_ == "dobj" and c.lemma_ in FORECASTS for c in verb.children):
        return "projected"  # "cut its growth forecast to 2 percent"
    if verb.lemma_ == "be" and dep in {"nsubj", "csubj"} and any(child.dep_ == "acomp" and child.lower_ == "possible" for child in verb.children):
        return "hypothetical"  # "A surge of 9 feet is possible"
    if verb.lemma_ == "be":
        for child in verb.children:
            if child.dep_ in {"acomp", "attr"} and child.i < below.i and (dep in {"xcomp", "ccomp"}):
                status = statuses("adjective_to").get(child.lower_)
                if status is not None and not is_compared(child):
                    return status
        if dep == "attr" and below.i > verb.i and any(_is_planned(child) for child in verb.children if child.dep_ == "nsubj"):
            return "projected"
        if dep in {"xcomp", "ccomp"} and below.i > verb.i:
            for child in verb.children:
                if child.dep_ == "nsubj" and child.lemma_ in statuses("noun") and statuses("noun")[child.lemma_] != "denied":
                    return statuses("noun")[child.lemma_]
    if verb.lemma_ == "see" and dep in {"dobj", "prep"} and below.i > verb.i and cues.foresees(verb):
        return "projected"
    status = statuses("verb").get(verb.lemma_)
    if status is not None and status != "denied":
        follows = dep in {"xcomp", "ccomp", "dobj", "oprd", "dative"} and below.i > verb.i
        follows = follows or dep == "prep" and below.i > verb.i and below.lower_ in {"for", "to", "of", "by", "at"}
        follows = follows or dep in {"nsubjpass", "nsubj"} and verb.tag_ == "VBN"
        return status if follows else None
    if dep in {"ccomp", "xcomp"} and below.tag_ == "VB" and any(c.lower_ == "to" for c in below.children) and verb.lemma_ in ORDERS:
        return "projected"
    if dep == "ccomp" and verb.lemma_ in ORDERS and (below.tag_ == "VB" or any(c.lower_ == "be" and c.dep_ == "auxpass" for c in below.children)):
        return "projected"  # "ordered that 40 prisoners be freed"
    if dep == "xcomp" and below.tag_ == "VB":
        return statuses("verb_to").get(verb.lemma_) or statuses("adjective_to").get(verb.lower_)
    return None


def _is_bid(verb: Token, below: Token) -> bool:
    """ "is offering $40 a share", "wants 9 percent", "is buying the mill for $40 million": a price that nobody has paid yet."""
    is_sum = below.lower_ in {"$", "€", "£", "%", "percent", "cent", "raise", "increase", "rise", "hike"} or nouns.singular(below.lower_) in TO_COME
    is_sum = is_sum or any(child.lower_ in {"$", "€", "£"} for child in below.children)
    if verb.lemma_ in _BIDDING and below.dep_ == "dobj" and below.i > verb.i and is_sum:
        is_habit = verb.lemma_ == "offer" and verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)
        return not is_habit
    is_now = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in {"is", "are", "'s", "’s", "'re", "’re"} for c in verb.children)
    return verb.lemma_ in _TRADING and is_now and below.dep_ == "prep" and below.lower_ == "for"


def _is_called_for(verb: Token, below: Token) -> bool:
    """ "the deal calls for the release of 33 prisoners", "provides for 40 new officers"."""
    if verb.lemma_ not in _CALLING or below.dep_ != "prep" or below.lower_ != "for" or below.i < verb.i:
        return False
    if verb.lemma_ == "provide" and not any(c.dep_ == "nsubj" and c.lemma_ in _PAPERS for c in verb.children):
        return False
    return not any(child.lemma_ in _ENDING or child.tag_ == "PRP" for child in below.children)


def is_contract(noun: Token) -> bool:
    """ "a contract to supply 40 buses", "a letter of intent on selling 40 buses"."""
    return noun.lemma_ in _CONTRACTS or noun.lemma_ == "letter" and any(inner.lemma_ == "intent" for inner in noun.subtree)


def _is_planned(noun: Token) -> bool:
    """ "the planned capacity is 40 wagons"."""
    return any(child.dep_ == "amod" and child.lower_ in _PLANNED for child in noun.children)


def is_condition(verb: Token) -> bool:
    return any(child.dep_ in {"mark", "advmod", "prep"} and child.lower_ in _CONDITIONS for child in verb.children)


def _has_condition(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and is_condition(child) for child in verb.children)


def is_past(verb: Token) -> bool:
    """Whether the verb tells of what has happened: "topped", "had reached", "were sent"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & (FUTURE | _POSSIBLE | {"to"}):
        return False
    return verb.tag_ == "VBD" or verb.tag_ == "VBN" and bool(helpers & {"had", "has", "have", "was", "were", "'ve", "been"})
