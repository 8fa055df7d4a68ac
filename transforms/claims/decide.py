"""Which quantities claim something: the in and out list beyond what the numeral's own wording shows.

Each rule answers with the reason why the quantity claims nothing, or None to let it pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.claims import nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

_SET_WORDS = frozenset({"the", "these", "those", "both", "all"})
_EVENTS = frozenset({"killed", "wounded", "casualties", "missing", "captured", "displaced", "affected", "attacks", "equipment", "infrastructure"})
# what nobody introduces for a story
_TALLIED = frozenset({"vote", "seat", "delegate", "point", "count"})
_SMALL = 12
# nobody counts so many days or years in passing
_NO_TIME = 1000
_SPENT = frozenset(
    "sentence jail imprison take last spend serve extend suspend ban wait delay rule endure stretch span reach remain prolong "
    "deliberate speak testify battle shorten cut require need approach run limit average allow drag operate halt sleep work exercise train "
    "study sit queue drive fly walk watch practise practice fast".split()
)
_TERM_NOUNS = frozenset(
    "time sentence term ceasefire truce jail prison imprisonment ban delay extension lifespan duration mandate moratorium detention custody "
    "flight lifetime wait tenure contract window age lag gap run stretch probation notice suspension".split()
)
_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade"})
# "children aged one, two and four", "students age 16"
_AGED = re.compile(
    r"\b(?:aged?|ages)\s+(?:(?:[\w-]+,?\s+){0,3}(?:and|or|to)\s+|(?:[\w-]+,\s+){1,5})?(?:(?:above|over|under|below|between)\s+)?$", re.IGNORECASE
)
_AGED_REACH = 50
# "two-thirds of the dead were over 65"
_OLDER = re.compile(
    r"\b(?:men|women|people|dead|victims|patients|children|those|them|who|voters|residents)\s+(?:is|are|was|were)\s+(?:aged\s+)?(?:over|under)\s+$"
)
_YOUNGEST, _OLDEST = 5, 110
_COURT = re.compile(r"\b(?:prosecut(?:ors?|ion)|court|judge|defendant|sentenc\w+|jail|prison|convict\w+|charges?)\b", re.IGNORECASE)
_SCORE = re.compile(r"-to-\w")
_PLACING = frozenset({"ago", "later", "earlier", "before", "after", "since", "from", "old", "away"})
_PLACING_BEFORE = frozenset(
    {"during", "over", "after", "before", "in", "within", "past", "last", "next", "first", "previous", "coming", "every", "about"}
)


def reason(scene: Scene, thing: Counted | None, metric: str, known: Sequence[Known]) -> str | None:
    """Why the quantity claims nothing (one of schema.NOT_CLAIM_REASONS); None for a claim."""
    if scene.document.is_marked(scene.quantity.start, scene.quantity.end):
        return "furniture"
    if _counts_back(scene):
        return "duration_placing"
    if scene.quantity.kind == "duration":
        return _duration(scene)
    if scene.quantity.kind in {"money", "measure", "percent"} and scene.lower(scene.before - 1) == "the" and _told_already(scene, known):
        return "known_set"
    if scene.quantity.kind != "count":
        return None
    if _AGED.search(scene.document.text, max(scene.quantity.start - _AGED_REACH, 0), scene.quantity.start):
        return "age"
    if thing is not None and thing.how == "hyphen" and thing.head == "way":
        return "idiom"  # "a three-way race"
    if scene.lower(scene.before - 1) == "top" and (scene.quantity.low or 0) > 1 and scene.token(scene.before - 2) is not None:
        if scene.doc[scene.before - 2].tag_ in {"DT", "PRP$", "POS", "NNP", "IN"}:
            return "idiom"  # "in the world's top 10"
    if (thing is None or thing.how != "vote") and _is_score(scene):
        return "score"
    if (thing is None or thing.phrase is None) and _OLDER.search(
        scene.document.text, max(scene.quantity.start - _AGED_REACH, 0), scene.quantity.start
    ):
        return "age"
    if scene.quantity.text.lower() == "two" and scene.lower(scene.before - 1) == "or" and _is_or_two(scene):
        return "idiom"
    if _is_age(scene):
        return "age"
    if thing is None and _in_time(scene):
        return "duration_placing"
    if thing is not None and thing.head == "time" and _multiplies(scene, thing):
        return "multiplier"
    return _known_set(scene, thing, known) or _one(scene, thing, metric)


def _is_score(scene: Scene) -> bool:
    """ "won 21-to-14": either number of such a pair."""
    text, start, end = scene.document.text, scene.quantity.start, scene.quantity.end
    return _SCORE.match(text, end) is not None or text[max(start - 4, 0) : start].endswith("to-")


def _told_already(scene: Scene, known: Sequence[Known]) -> bool:
    """ "In addition to the $30 million announced today": told before with the same unit."""
    same = (earlier for earlier in known if earlier.low == scene.quantity.low and earlier.unit == scene.quantity.unit)
    return any(earlier.is_claim for earlier in same)


def _counts_back(scene: Scene) -> bool:
    """ "over the past four elections", "in the next three quarters": the number only reaches back or ahead."""
    if scene.quantity.kind not in {"count", "fraction", "duration"}:
        return False
    return scene.lower(scene.before - 1) in {"past", "last", "previous", "next", "coming"} and (
        scene.lower(scene.before - 3) in {"over", "in", "during", "for", "of", "since"}
    )


def _is_or_two(scene: Scene) -> bool:
    """ "a stumble or two": a loose word for few, unless a noun of its own follows."""
    at, noun = scene.before - 2, scene.token(scene.before - 2)
    if noun is None or noun.tag_ != "NN" or (following := scene.token(scene.after)) is not None and nouns.is_noun(following):
        return False
    return any(scene.lower(back) in {"a", "an", "another"} for back in range(max(at - 3, 0), at))


def _is_age(scene: Scene) -> bool:
    """ "Cole, who at 77 is about to sail again": a bare number after "at" that a comma or a verb follows."""
    low = scene.quantity.low
    if low is None or low != scene.quantity.high or not _YOUNGEST <= low <= _OLDEST or scene.quantity.hedge_start is not None:
        return False
    following = scene.token(scene.after)
    if scene.lower(scene.before - 1) == "at" and following is not None and following.lower_ == "the":
        return scene.lower(scene.after + 1) in {"youngest", "oldest"}  # "Cole, at 15 the youngest pilot"
    if scene.lower(scene.before - 1) != "at" or following is None or following.tag_ not in {",", "VBZ", "VBD", "MD"}:
        return False
    earlier = scene.token(scene.before - 2)
    if earlier is None:
        who = scene.token(scene.after + 1)
        return who is not None and (who.lower_ in {"he", "she"} or who.tag_ == "NNP")
    return earlier.tag_ in {"WP", "PRP"} or earlier.lemma_ in {"die", "retire", "marry"}


def _in_time(scene: Scene) -> bool:
    """ "a couple of years", "in a year or two": the number belongs to a time."""
    if "," in scene.quantity.text or "." in scene.quantity.text or (scene.quantity.low or 0) >= _NO_TIME:
        return False  # "8,750 late on Tuesday", "13.5 million this year"
    at = scene.after + (1 if scene.lower(scene.after) == "of" else 0)
    before = scene.first - 1
    if scene.lower(at) in {"this", "last", "next", "late", "early", "in", "on", "by", "since"}:
        at = len(scene.doc)
    return at in scene.dated or before in scene.dated or scene.lower(before) == "or" and nouns.singular(scene.lower(before - 1)) in _TIMES


def _multiplies(scene: Scene, thing: Counted) -> bool:
    """ "three times as many", "1.65 times the book value"; "three times" alone counts occasions."""
    following = scene.token(thing.phrase[1]) if thing.phrase is not None else None
    whole = scene.quantity.low is None or float(scene.quantity.low).is_integer()
    return (
        not whole
        or following is not None
        and following.lower_ in {"as", "more", "higher", "larger", "greater", "bigger", "the", "its", "that", "what"}
    )


def _duration(scene: Scene) -> str | None:
    """A duration claims something where it is the measured thing and does not place something in time."""
    before, after = scene.lower(scene.before - 1), scene.lower(scene.after)
    raw = scene.document.text[scene.quantity.end : scene.quantity.end + 2]
    verb = scene.root.head
    if (
        scene.root.dep_ in {"dobj", "npadvmod"}
        and verb.lemma_ in {"wait", "give", "grant"}
        and scene.first > verb.i
        and before not in _PLACING_BEFORE
    ):
        return None  # "still waiting two years before they are treated", "gave her ten days to explain"
    if raw[:1] in {"-", "‑"} and scene.lower(scene.after) not in {"old", "olds"} and scene.lower(scene.after + 1) not in {"old", "olds"}:
        phrase = nouns.phrase_at(scene.doc, scene.after, scene.dated)
        if phrase is not None and nouns.singular(scene.doc[phrase.head].text) in {"high", "low", "record", "peak", "best", "worst"}:
            return "duration_placing"
        return None if phrase is not None and phrase.start <= scene.after + 1 else "duration_placing"
    if after in _PLACING or after == "-" or before in {"aged"}:
        return "age" if after in {"old", "-"} else "duration_placing"
    if after in {"longer", "shorter", "quicker", "slower"} or scene.lower(scene.before - 1) == "last" and _is_verb(scene, scene.before - 1):
        return None
    if raw[:1] == " " and before in {"a", "an", "the"} and scene.quantity.low != 1 and _is_singular(scene):
        return None  # "a two day rally", "a 60 day truce"
    if scene.quantity.low is not None and not float(scene.quantity.low).is_integer() and scene.quantity.unit in {"second", "minute", "hour"}:
        return None
    if scene.before >= 1 and scene.quantity.hedge_start is not None and nouns.singular(before) in _TERM_NOUNS:
        return None  # "carries a sentence up to twelve years"
    if before == "of" and scene.before >= 2 and nouns.singular(scene.doc[scene.before - 2].text) in _TERM_NOUNS:
        return None
    if after in {"in", "of", "behind"} and scene.lower(scene.after + 1) in {
        "bars",
        "prison",
        "jail",
        "imprisonment",
        "detention",
        "custody",
        "probation",
    }:
        return None
    if after in {"a", "per", "each"} and scene.lower(scene.after + 1) in {"day", "week", "month", "year"}:
        return None
    if before in _PLACING_BEFORE:
        # "after six years of house arrest" tells how long it lasted
        return None if before in {"after", "in"} and after == "of" and scene.lower(scene.before - 2) != "day" else "duration_placing"
    if after == "of" and before not in {"for", "the"}:
        return None
    if after in {"’", "'"} or after.startswith(("'", "’")):
        term = scene.token(scene.after + 1)
        return None if term is not None and nouns.singular(term.text) in _TERM_NOUNS else "duration_placing"
    if before == "for" and scene.quantity.low is not None and after not in _PLACING:
        return None  # "locked in battle for more than 18 months": how long it has lasted
    token = scene.root
    for _ in range(4):
        if token.head == token:
            break
        token = token.head
        if token.lemma_ in _SPENT:
            return None
        if token.lemma_ in {"seek", "demand", "request", "recommend", "face"} and scene.root.dep_ == "dobj" and _is_before_court(scene):
            return None  # "Prosecutors had sought 20 years"
        if nouns.is_noun(token) and nouns.singular(token.text) in _TERM_NOUNS:
            return None
    return "duration_placing"


def _is_before_court(scene: Scene) -> bool:
    return _COURT.search(scene.sentence.text) is not None


def _is_verb(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    return token is not None and token.tag_.startswith("VB")


def _is_singular(scene: Scene) -> bool:
    """Whether the unit of time stands in the singular, as it does before a noun."""
    token = scene.token(scene.after - 1)
    following = scene.token(scene.after)
    return token is not None and token.lower_ in _TIMES and following is not None and nouns.is_noun(following)


def _known_set(scene: Scene, thing: Counted | None, known: Sequence[Known]) -> str | None:
    """ "the four people" when they were counted before, "the five pillars" by their usual number."""
    article, low = scene.lower(scene.before - 1), scene.quantity.low
    if article not in _SET_WORDS:
        return None
    if article == "all" and low is not None and low > _SMALL and not any(earlier.low == low and earlier.is_claim for earlier in known):
        return None
    if article == "all" and scene.lower(scene.after) == "of" and not any(earlier.low == low for earlier in known):
        return None  # "all eleven of the bills", where nobody counted them before
    if article in {"all", "both"} and scene.lower(scene.after) == "of" and scene.lower(scene.after + 1) in {"those", "these", "them", "the"}:
        return "known_set"
    if article != "both" and scene.lower(scene.after) in {"needed", "required"}:
        return None
    if scene.lower(scene.before - 2) == "of" and thing is None:
        return "known_set"
    own_noun = thing is not None and thing.phrase is not None
    if article == "the" and not own_noun and (scene.quantity.is_vague or (low or 0) >= _NO_TIME):
        return None if not any(earlier.low == low and earlier.is_claim for earlier in known) else "known_set"
    for earlier in known:
        if earlier.low == low and earlier.is_claim and (not own_noun or thing is not None and _same_set(thing, earlier)):
            return "known_set"
    if article == "all" and (scene.lower(scene.after) in {"aboard", "onboard"} or scene.lower(scene.after) == "on"):
        return None  # "all 11 aboard died"
    if not own_noun:
        return None if scene.lower(scene.before - 1) == "the" and scene.lower(scene.after) in {"other", "others"} else "known_set"
    if article != "all" and low is not None and low == scene.quantity.high and low <= _SMALL and not _narrowed(scene, thing):
        return "known_set"
    return None


def _same_set(thing: Counted, earlier: Known) -> bool:
    return thing.head == earlier.head or (earlier.is_person and thing.head in {"person", "man", "woman", "victim", "suspect", "other"})


def _narrowed(scene: Scene, thing: Counted | None) -> bool:
    """Whether the phrase goes on to say which ones, so that the number is told here: "the six lenders that …"."""
    if thing is None or thing.phrase is None:
        return False
    if thing.how == "hyphen":
        return True  # "the 12-nation pact"
    following = scene.token(thing.phrase[1])
    if following is None:
        return False
    if thing.head_token is not None and any(child.dep_ == "relcl" for child in thing.head_token.children) and following.text != ",":
        return True  # "the five rifles he used"
    return following.lower_ in {"that", "who", "which", "needed", "required", "killed", "wounded"} or (
        following.tag_ == "VBG" and following.dep_ == "acl"
    )


def _one(scene: Scene, thing: Counted | None, metric: str) -> str | None:
    """ "one" counts where something happened to it or a hedge weighs it; else it introduces somebody."""
    if scene.quantity.text.lower() != "one":
        return None
    if scene.lower(scene.after) == "of" and scene.lower(scene.after + 1) not in {"the", "them", "those", "these"} and scene.root.dep_ == "attr":
        return "pronoun"  # "the murder was one of multiple attacks"
    if scene.quantity.hedge_start is not None or scene.lower(scene.before - 1) in {"only", "just"}:
        return None
    if thing is not None and thing.phrase is not None and scene.lower(thing.phrase[1]) in {"per", "each"}:
        return None  # "one pack per order"
    if thing is not None and (thing.head in _TALLIED or nouns.singular(scene.lower(scene.after)) == "point"):
        return None  # "one vote for Cole", "her lead grew by one point"
    if thing is None or thing.phrase is None and thing.before is None and thing.how != "harmed":
        return "pronoun"
    return None if metric in _EVENTS else "pronoun"
