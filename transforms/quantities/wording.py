"""Number words that count nothing: "one" as a pronoun, idioms, halves of a game, thirds that are ordinals."""

from __future__ import annotations

import re
from functools import cache

from transforms.language import tables
from transforms.quantities.numeral import Numeral
from transforms.quantities.tokens import lexicon

_ONE_AFTER = re.compile(
    r" of (?:the|those|these|them|us|its|his|her|their|my|our|your|many|several|only|just|a|an|whose|which|whom|two|three|four|five"
    r"|six|seven|eight|nine|ten|multiple|numerous|various|countless|(?:(?:about|around|some|nearly|almost|roughly|over|more than|at least|up to) )?"
    r"(?:\d+|(?:tens of |hundreds of )?(?:dozens|scores|hundreds|thousands|millions))|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}['’]s?|this|that)\b"
    r"|['’]s\b| (?:can|cannot|can[’']t|could|should|must|might|would|may|needs|wonders|wants|thinks|expects|feels|finds|knows|sees"
    r"|whose|who|which|another)\b|self\b"
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|this|that|the|each|every|any|which|such|other|another|every single|first|last|next|right|wrong|whole|loved|little"
    r"|young|old|new|same|good|bad|big|great|only the|some|new|real|final|previous|current|different|similar|former|latter|long|short"
    r"|early|earlier|later|tough|hard|easy|better|best|worst|difficult|serious|important|main|key|popular|smaller|larger|bigger"
    r"|second|third|fourth)[ -]$",
    re.I,
)
# one in four, one out of every ten
_OF_SO_MANY = re.compile(
    r"(?: in| out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d[\d,]*)\b"
    r"(?![- ](?:days?|weeks?|months?|years?|hours?))"
    r"|-in-(?:two|three|four|five|six|seven|eight|nine|ten|\d)"
)
_HARMED_AFTER = re.compile(
    r" of (?:them|whom)(?: [a-z]+ly| later| had| has| was| is)* (?:died|dies|killed|succumbed|injured|wounded|arrested|missing"
    r"|shot dead|fatally|dead)\b|"
    r" of (?:the|those|them|these)(?: (?:two|three|four|five|six|seven|eight|nine|ten|\d+))?(?: [a-z]+)? ?(?:wounded|injured|victims?|survivors"
    r"|arrested|detained|detainees|captives|hostages|prisoners|patients|passengers|gunmen|attackers|assailants|bombers|militants"
    r"|rescuers|workers|soldiers|officers|women|children|men)"
    r"(?: [a-z]+ly| later| also| had| has| subsequently)* (?:died|dies|succumbed|was (?:killed|hurt|injured|wounded|arrested|detained|freed|released"
    r"|rescued|missing|shot|in (?:a )?(?:critical|serious)|[a-z]+ly (?:hurt|injured|wounded|burned)))\b"
)
_ONLY_BEFORE = re.compile(r"(?<!\w)(?:[Oo]nly|[Jj]ust) $")
_OF_GROUP = re.compile(
    r" of (?:the|those|these|its|his|her|their|our) (?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*) "
    r"|[a-z]+s (?!why|that|for|behind|to\b)[a-z]+)"
)
_PREDICATE_BEFORE = re.compile(r"(?:\b(?:is|was|are|were|be|been|being|as|become|became|remains|the|not|but|it)|['’]s) $", re.I)
# "said that one soldier had been killed"
_TOLD_THAT = re.compile(r"\b(?:[a-z]+(?:ed|s)|said|told|found|ing) that $")
_HAPPENED = re.compile(r" [a-z-]+(?: [a-z-]+){0,2} (?:was|were|had|has|died|dead)\b")
_ONE_STOP = re.compile(r"[.,;:!?)\"”]|$|\n| (?:is|was|has|that|to|for|in|on|with|and|or|but|by|from|at|as|where|when)\b")
_SENTENCE_STOP = re.compile(r"[.;!?\"”\n]|$")
_ADJECTIVE_BEFORE = re.compile(r"\b(?:a|an|the|this|that)(?: [a-z-]+){1,3} $", re.I)
_COUNT_BEFORE = re.compile(r"(?:ing|ed|least|only|just|another|than|shot|hit|left|and|or|lost|won|found|to|got|had|has|have|with|as)\s$", re.I)
_PART_NEXT = re.compile(
    r" (?:of|the|all|his|her|its|their|our|my|your|those|these|that|this|as|who|what|an?(?= (?:per ?cent|percentage|point|billion"
    r"|million|dozen)))\b|[- ]percent\b|[- ](?:per cent|point|percentage)\b"
)
_PART_STOP = re.compile(
    r"[.,;:!?)\"”]|$|\n| (?:were|was|are|is|have|has|had|said|say|would|will|did|do|believe|think|in|to|on|by|from|came|went|who"
    r"|agreed?|disagreed?|voted?|back(?:ed)?|approved?|disapproved?|wanted|want|answered|live[sd]?|died|own(?:ed)?|expect(?:ed)?|felt|feel|reported|favou?r"
    r"|since|after|for|and|over|during|compared|at|than|more|less|fewer|between|against|within|supported?|opposed?|favou?r(?:ed)?)\b",
)
_PART_HEDGE = re.compile(
    r"\b(?:by|about|nearly|almost|than|over|roughly|around|some|least|only|just|other|approximately|under|below|above|up to|exactly|shy of|short of"
    r"|lost|owns?|owned|remaining|to|or)\s$",
    re.I,
)
# "Of those asked, half said so", "after half said so in May"
_OPINES = re.compile(
    r" (?:said|say|think|thought|believed?|felt|feel|(?:dis)?agreed?|voted|(?:dis)?approved?|opposed?|supported?|want(?:ed)?|answered)\b"
)
_CLAUSE_BEFORE = re.compile(r"(?:^|[,;(]|\b(?:after|while|and|but|when|as|that|because)) ?$", re.I)
_PART_TIME = re.compile(r"\b(?:first|second|latter|opening|final|third|fourth|in|per|each|every|last|next|this|early|late)[ -]$", re.I)
_NO_PERIOD_BEFORE = re.compile(r"\b(?:in|last|next|this)\s$", re.I)
_HALF_UNIT = re.compile(
    r"(?:[ -]an?)?[ -](?:hour|day|century|year|mile|kilomet(?:re|er)|decade|month|minute|second|inch|pound|ton|tonne|acre|pint"
    r"|gallon|litre|liter|cup|teaspoon|tablespoon|met(?:re|er)|ounce|dozen|million|billion)s?\b",
)


def refuse(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Reason and end for a number word that counts nothing."""
    found = idiom(text, numeral)
    if found is not None:
        return found
    if text.startswith((" o'clock", " o’clock"), numeral.end) or re.match(r" o['’]clock", text[numeral.end : numeral.end + 8], re.I):
        return "time", numeral.end
    if numeral.value == 1 and text[numeral.start : numeral.end].lower() == "one":
        return _one(text, numeral)
    return None


@cache
def _idioms() -> dict[str, list[tuple[str, str, str, str]]]:
    """Numeral word -> (what stands before it, what after it, the phrase, its reason), longest first."""
    by_word: dict[str, list[tuple[str, str, str, str]]] = {}
    words = lexicon()
    for row in sorted(tables.rows("numeral_idioms"), key=lambda row: -len(row["phrase"])):
        phrase = row["phrase"].lower()
        found = next((m for m in re.finditer(r"[a-z]+", phrase) if m.group() in words), None)
        if found is None:
            raise ValueError(f"numeral_idioms.csv: {phrase!r} holds no word of numerals.csv; take the row out or add the word")
        by_word.setdefault(found.group(), []).append((phrase[: found.start()], phrase[found.end() :], phrase, row["reason"]))
    return by_word


_TIME_OF_DAY = frozenset(("one day", "one minute", "one morning", "one evening", "one night", "one afternoon", "one time", "one moment"))
_QUALIFIED = re.compile(r"(?:\b(?:for|in|only|just|than|least|about|within|nearly|almost|after|lasting|per|another|over|every|up to|a)|\d) $", re.I)


def idiom(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """The idiom that the word stands in."""
    start = numeral.start
    word = re.match(r"(?:an? |half )?([A-Za-z]+)", text[start : numeral.end])
    phrases = _idioms().get(word.group(1).lower()) if word else None
    if phrases is None or word is None:
        return None
    at = start + word.start(1)
    left, right = text[max(at - 14, 0) : at].lower(), text[start + word.end(1) : start + word.end(1) + 24].lower()
    for before, after, phrase, reason in phrases:
        if not (right.startswith(after) and left.endswith(before)):
            continue
        if right[len(after) : len(after) + 1].isalnum() or left[: len(left) - len(before)][-1:].isalnum() or left.endswith("-") and not before:
            continue
        if phrase in _TIME_OF_DAY and _QUALIFIED.search(text, max(start - 10, 0), start):
            continue
        if phrase == "for one" and right[:1] not in (",", ".", ";", ""):
            continue
        return reason, max(numeral.end, at + len(word.group(1)) + len(after))
    return None


def _one(text: str, numeral: Numeral) -> tuple[str, int] | None:
    start, end = numeral.start, numeral.end
    if _OF_SO_MANY.match(text, end):
        return None
    if text[start - 1 : start] == "-" and text[end : end + 1] != "-":
        return "idiom", end
    if _TOLD_THAT.search(text, max(start - 24, 0), start) and _HAPPENED.match(text, end):
        return None
    if _of_harmed(text, start, end) or _only_one_of(text, start, end):
        return None
    if _ONE_AFTER.match(text, end):
        return "pronoun", end
    if _ONE_BEFORE.search(text, max(start - 16, 0), start):
        return "pronoun", end
    if _COUNT_BEFORE.search(text, max(start - 10, 0), start):
        return None
    if _ONE_STOP.match(text, end) and _ADJECTIVE_BEFORE.search(text, max(start - 40, 0), start):
        return "pronoun", end
    return ("pronoun", end) if _SENTENCE_STOP.match(text, end) else None


def _of_harmed(text: str, start: int, end: int) -> bool:
    """ "One of the wounded died": one of a harmed or held group to whom something then happened."""
    return _HARMED_AFTER.match(text, end) is not None and _PREDICATE_BEFORE.search(text, max(start - 14, 0), start) is None


def _only_one_of(text: str, start: int, end: int) -> bool:
    """ "Only one of the 168 members voted no" weighs the number; "is only one of the reasons" does not."""
    only = _ONLY_BEFORE.search(text, max(start - 12, 0), start)
    if only is None or _OF_GROUP.match(text, end) is None:
        return False
    return _PREDICATE_BEFORE.search(text, max(only.start() - 14, 0), only.start()) is None


def part(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Halves, thirds and quarters without a number before them: a share, or a time, an ordinal, an idiom."""
    start, end = numeral.start, numeral.end
    word = text[start:end].lower()
    if not re.fullmatch(r"(?:an? )?(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth)", word):
        return None
    if _HALF_UNIT.match(text, end) and word.endswith(("half", "quarter")):
        return None
    if _PART_TIME.search(text, max(start - 9, 0), start):
        is_share = word == "half" and text.startswith(" of", end) and _NO_PERIOD_BEFORE.search(text, max(start - 6, 0), start)
        if not is_share:
            return "idiom", end
    if _PART_NEXT.match(text, end):
        return None
    if word.endswith("half") and _OPINES.match(text, end) and _CLAUSE_BEFORE.search(text, max(start - 10, 0), start):
        return None
    if _PART_STOP.match(text, end) and _PART_HEDGE.search(text, max(start - 14, 0), start):
        return None
    return ("idiom" if word.endswith("half") else "ordinal"), end
