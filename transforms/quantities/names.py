"""Numbers that are part of a name or a reference: model names, units of armies, resolutions, rooms, indices."""

from __future__ import annotations

import re
from functools import cache

from transforms.language import tables
from transforms.quantities import units
from transforms.quantities.numeral import Numeral
from transforms.quantities.tokens import lexicon

_WORD_BEFORE = re.compile(r"([A-Za-z&][\w&'’/]*(?:\.[A-Za-z])*\.?)[ \u00a0]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?;…]['\"”’)]?\s+|\n\s*|[\"“‘(—–]\s?)$")
_LINE_WORDS = re.compile(r"[A-Za-z][\w'’-]*")
# words that a headline leaves small
_SMALL_WORDS = frozenset("the and but nor for off out per via from with into onto over upon amid near than after".split())
_COUNT_NEXT = re.compile(
    r"[ -](?:people|persons|men|women|children|percent|per cent|%|million|billion|thousand|hundred|dead|killed|wounded|injured"
    r"|missing|others?|more|of them|were|have|died)\b|%"
)
_PLURAL_NEXT = re.compile(
    r" (?:[a-z]+(?:-[a-z]+)? ){0,2}?(?!this\b|has\b|was\b|is\b|as\b|its\b|his\b|us\b|plus\b|across\b|does\b"
    r"|says\b)[a-z]{2,}[^su\W]s\b",
)
# "wards 23 and 29", "platforms 4, 5 and 6": a plural before a list names each of them
_LIST_AFTER = re.compile(
    r"(?:, ?\d+)*(?:,? (?:and|or|to|through|&) | ?[-–] ?)\d+(?![\d,.]*\d)(?!%)"
    r"(?![ -](?:percent|per cent|million|billion|thousand|[a-z]+s\b|people|men|women|children))"
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_BASE_BEFORE = re.compile(r"\b(?:per|for every) $", re.I)
_AFTER_NUMBER = re.compile(r"\d%? for every $", re.I)
_LEAST_BASE = 100
_GLUED = re.compile(r"[A-Za-z][\w-]*")
_HYPHENED = re.compile(r"([A-Za-z][\w.]*)[-‑]$")
_FREE_PREFIXES = frozenset(
    "minus mid pre post sub under over non about nearly around a some every per to from of and or by between plus the roughly "
    "with at-least least than only".split()
)
_LOWER_PLURAL = re.compile(r" (?!was\b|is\b|has\b|does\b|as\b|this\b|its\b|his\b)[a-z]+s\b")
# "that season two": before number words these are too often only neighbours
_LOOSE_BEFORE_WORDS = frozenset("no level day week season round game class title type numbers stage".split())
# "Norvia has 230 cases and Tarn 60": the same told of another by name alone
_NAMES = r"(?:the )?(?:[A-Z][\w.’'-]*[ \u00a0]){1,3}"
_PARALLEL_BEFORE = re.compile(
    r"[A-Z][\w.’'-]* (?:has|have|had|reported|reports|recorded|counted|confirmed|registered|took|sent|lost|won|gained|holds|held|got|received"
    rf"|opened|built|bought|sold|hosts|hosted|employs|added) [\d,]+ (?:[a-z-]+ ){{0,2}}[a-z-]+"
    rf"(?:,? and|,|;|, while|; while) (?:{_NAMES}\d[\d,]*(?:,? and|,|;) ){{0,5}}{_NAMES}$"
)
_LIST_STOP = re.compile(r"[.;](?!\d)|,(?! ?\d)|,? and [A-Z]|$|\n")
_AHEAD_OF = re.compile(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|beat(?:s|ing)?|edg(?:es|ed|ing)|top(?:s|ped|ping)"
    r"|over|ahead of|behind|defeat(?:s|ed|ing)?),? (?:the )?(?:[A-Z][\w.’'-]*,?[ \u00a0]){1,3}$"
)
_PAIR_AHEAD = re.compile(r" to \d{1,2}\b(?![.,]\d)")
_RACE = re.compile(
    r"\b(?:polls?|polling|survey(?:ed)?|voters|pollsters?|electorate|candidates?|nominees?|ballots?|primary|primaries"
    r"|race for (?:governor|president|mayor|senate|the (?:senate|nomination)))\b",
    re.I,
)
_RACE_REACH = 300
# "the bureau's 10 Most Wanted list"
_LISTED = re.compile(r" (?:Most|Best|Greatest|Worst) [A-Z]")
# "edging Hadley 47 to 41 percent", "67 delegates, Ortega 11 and Whitlock six": results behind the names of those who have them
_RESULT_AFTER = re.compile(r" to \d[\d.,]*(?: ?%| (?:percent|per cent|points?|votes?|seats?|delegates?)\b)")
_RESULTS = r"(?:%|percent|per cent|points?|votes?|seats?|delegates?|superdelegates?|electors?|ballots?|medals?)"
_GOT = r"(?: (?:won|took|got|has|had|gained|lost|holds|held))"
_RESULT_BEFORE = re.compile(
    rf"\d[\d,.]*(?: [a-z]+)? ?{_RESULTS}(?: [a-z’']+){{0,5}},? ?(?:(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}}{_GOT}? (?:[\d.,]+|[a-z]+)"
    r",?(?: and)? ?){0,4}[;,]? ?(?:and |to |while |but |with )?(?:[a-z]+ ){0,3}(?:[A-Z][\w.’'-]*[ \u00a0]){1,4}$"
)
# "the Left 41 and the Greens 12 seats"
_RESULT_AHEAD = re.compile(rf"(?:,? and|,)(?: (?:the )?(?:[A-Z][\w’'-]* ){{1,3}}\d[\d,]*(?:,? and|,)?){{1,6}} {_RESULTS}")
_RESULT_STOP = re.compile(r"[.;](?!\d)|,(?! ?\d)|\)| and\b| to [A-Z]| in [A-Z]|$|\n")
# "the 500-stock index", "the 30-share average": what the index is called
_BASKET = re.compile(r"[- ](?:stock|share|company|issue)[- ](?:[A-Z]\w+ )?(?:index|average|gauge|benchmark|barometer)\b")
# "(1982-84=100)"
_BASE_YEAR = re.compile(r"\d=$")
# "the P5+1 nations"
_COMPANY_OF = re.compile(r"\b[A-Z]\d\+$")
_JET = re.compile(r"7[0-8]7\b(?![,.]\d|%| ?(?:percent|per cent|million|people|deaths|workers))")
_BOEING_REACH = 1500
_AIRLINER = re.compile(r"7[0-8]7(?:s\b|-\d{1,3}\b| (?:MAX|Max|Dreamliner|jumbo|jets?|airliners?|aircraft|planes?)\b)")


@cache
def _designators() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["reason"], row["case"]) for row in tables.rows("designators")}


def refuse(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Reason and end for a number of digits that belongs to a name."""
    start, end = numeral.start, numeral.end
    last = text[start - 1 : start]
    if last == "#":
        return "reference", end
    if last == "=" and _BASE_YEAR.search(text, max(start - 8, 0), start) or last == "+" and _COMPANY_OF.search(text, max(start - 4, 0), start):
        return "reference", end
    if _JET.match(text, start) and "Boeing" in text[max(start - _BOEING_REACH, 0) : end + _BOEING_REACH]:
        return "name", end
    if last in "-‑" and last:
        return _after_hyphen(text, start, end)
    if is_base(text, numeral):
        return "reference", end
    if _BASKET.match(text, end):
        return "name", end
    if last in ("/", "_", "@") and text[start - 2 : start - 1].isalnum():
        return "name", end
    if _LISTED.match(text, end):
        return "name", end
    if _AIRLINER.match(text, start) or text.startswith((" ZIP", " zip code"), end):
        return "name" if text[end + 1 : end + 4].lower() != "zip" else "contact", end
    if numeral.has_scale or last not in (" ", "\u00a0") or units.currency_before(text, start) is not None:
        return None
    before = _WORD_BEFORE.search(text, max(start - 28, 0), start)
    if before is None:
        return None
    word = before.group(1)
    designator = _designators().get(word.lower())
    if designator is not None:
        reason, case = designator
        fits = _LIST_AFTER.match(text, end) is not None if case == "list" else case == "any" or word != word.lower()
        if fits and not _is_counted_after_designator(text, word, end):
            return reason, end
    if (word[0].isupper() or word != word.lower()) and _is_name(text, numeral, word, before.start(1)):
        return "name", end
    return None


def _is_counted_after_designator(text: str, word: str, end: int) -> bool:
    """ "on the flight 12 people died", "no 5 percent rise": the word before numbers nothing."""
    if _COUNT_NEXT.match(text, end):
        return True
    return word.lower() == "no" and not word[0].isupper()


def is_base(text: str, numeral: Numeral) -> bool:
    """ "12 deaths per 1,000 births": the base of a rate is no figure of its own; "40 for every 100" is a share."""
    if _BASE_BEFORE.search(text, max(numeral.start - 12, 0), numeral.start) is None:
        return False
    if text[numeral.start - 4 : numeral.start].lower() == "per ":
        return True
    return numeral.value >= _LEAST_BASE and _AFTER_NUMBER.search(text, max(numeral.start - 14, 0), numeral.start) is None


def _after_hyphen(text: str, start: int, end: int) -> tuple[str, int] | None:
    """ "Su-35", "Covid-19", "last-32"; not "minus-260" nor the second half of "10-15"."""
    before = _HYPHENED.search(text, max(start - 24, 0), start)
    if before is None:
        return None
    word = before.group(1)
    if text[before.start() - 1 : before.start()].isdigit():
        return None  # 40C-45C, 5km-6km
    if word.lower() in ("mid", "pre", "post", "early", "late"):
        return "date", end
    if word.lower() in ("under", "over"):
        return ("age", end) if text[end : end + 1] in ("s", "’", "'") or re.match(r"[ -](?:year|age)", text[end : end + 5]) else None
    if word.lower() in _FREE_PREFIXES or word.lower() == "magnitude":
        return None
    if word.lower() == "in" and text[max(start - 5, 0) : start - 4].isdigit():
        return None  # 1-in-45,000
    return "name", end


def _is_name(text: str, numeral: Numeral, word: str, at: int) -> bool:
    """Whether a capitalised word inside a sentence and the plain number after it are a name ("Apollo 11", "Nasdaq 100")."""
    digits = text[numeral.start : numeral.end]
    if "," in digits or len(digits) > 5 or word.endswith(("'s", "’s", "s'", "s’")) or (word.endswith(".") and len(word) > 3):
        return False
    if _is_result(text, numeral.start, numeral.end):
        return False
    if word.lower() == "magnitude" or word.lower().rstrip(".") in _CALENDAR:
        return False
    follows = text[numeral.end : numeral.end + 1]
    if follows == "-" and word.isupper() and text[numeral.end + 1 : numeral.end + 2].isdigit():
        return True  # ISO 3888-2
    if follows in ("%", "-", "–", "°") or (follows and (follows.isalpha())) or _COUNT_NEXT.match(text, numeral.end):
        return False
    if _SENTENCE_START.search(text, max(at - 4, 0), at) is not None or at == 0:
        return False
    if _PLURAL_NEXT.match(text, numeral.end):
        return False
    if units.unit_after(text, numeral.end, True, numeral.value, False) is not None:
        return False
    return not is_title_case(text, numeral.start)


def _is_result(text: str, start: int, end: int) -> bool:
    """Whether the number is what the one named before it got, in parallel with a counted result."""
    if _RESULT_AFTER.match(text, end) or _RESULT_AHEAD.match(text, end) or is_of_race(text, start, end):
        return True
    if _LIST_STOP.match(text, end) is not None and _PARALLEL_BEFORE.search(text, max(start - 140, 0), start):
        return True
    return _RESULT_STOP.match(text, end) is not None and _RESULT_BEFORE.search(text, max(start - 140, 0), start) is not None


def is_of_race(text: str, start: int, end: int) -> bool:
    """ "leads Brandt 48 to 41", "ahead of Brandt, 48 to 41" in a text of polls or voters; elsewhere it is a score."""
    first = _PAIR_AHEAD.match(text, end) is not None and _AHEAD_OF.search(text, max(start - 60, 0), start) is not None
    return first and _RACE.search(text, max(start - _RACE_REACH, 0), end + _RACE_REACH) is not None


def is_title_case(text: str, position: int) -> bool:
    """Whether the line is set like a headline, so that a capital means nothing."""
    before, after = text[max(position - 120, 0) : position], text[position : position + 120]
    line = before[before.rfind("\n") + 1 :] + after.partition("\n")[0]
    words = [word for word in _LINE_WORDS.findall(line) if word.lower() not in lexicon()]
    long = [word for word in words if len(word) > 3]
    if len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long):
        return True
    telling = [word for word in words if len(word) > 2 and word.lower() not in _SMALL_WORDS]
    return len(telling) >= 3 and all(word[0].isupper() for word in telling) and not line.rstrip().endswith((".", "!", "?"))


def refuse_word(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """ "Group of Seven", "BBC One": a capital on a number word inside a sentence."""
    start, end = numeral.start, numeral.end
    before = _WORD_BEFORE.search(text, max(start - 28, 0), start)
    if before is not None and not text[start].isupper():
        designator = _designators().get(before.group(1).lower())
        counted = _COUNT_NEXT.match(text, end) is not None or _LOWER_PLURAL.match(text, end) is not None
        if designator is not None and designator[1] == "any" and before.group(1).lower() not in _LOOSE_BEFORE_WORDS and not counted:
            return designator[0], end
        return None
    if not text[start].isupper() or text[start : start + 2].isupper():
        return None
    if before is None or _SENTENCE_START.search(text, max(start - 4, 0), start) is not None:
        return None
    if is_title_case(text, start):
        return None
    return "name", end


def glued(text: str, end: int) -> str | None:
    """The reason of a number with letters glued to it that are no unit: "5G", "737s", "4K"."""
    match = _GLUED.match(text, end)
    return "name" if match is not None else None
