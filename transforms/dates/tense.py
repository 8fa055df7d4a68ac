"""Whether a sentence speaks of the past or of what is to come, at one place of it; by cheap lexical cues, without a parser."""

from __future__ import annotations

import re

# a period is no end after an initial ("U.S.", "5 p.m.") or before a comma or a small letter ("Acme Inc., which")
_HARD = re.compile(r"[;:!?“”\"]|(?<![\s.][A-Za-z])\.(?!\d|,|\s+[a-z])|—|--| – |``|''")
_SOFT = re.compile(r"[,(]\s*(?:but|and|while|which|who|when|as)\b|\b(?:that|and|but|while|because|which|who|whose|when|as|after|before)\b|[(]")
_COMMA = re.compile(",")
_WITHIN = r"(?:\s+(?:not|also|be|have|been|then|almost|soon|only|now|likely|still|both|probably|formally|officially))*(?:\s+[a-z]+)?"
# "fell due to a storm": a cause, where "due to open" is to come
_DUE = (
    r"due(?!\s+to\s+(?!be\b|(?:address|discuss|assess|pass|press|focus|miss|process|express|witness|bring|manage|engage|mention|question|implement|comment)\b)"
    r"(?:an?|the|its|his|her|their|this|that|these|those|more|less|such|[a-z]{2,}(?:[st]ion|ment|ness|ity|ing|age|s)"
    r"|heavy|bad|poor|high|low|weak|strong|cold|heat|rain|snow|wind|flu|war|lack|fear|faulty?)\b)"
)
_INTENT = (
    rf"{_DUE}|decid\w+|agree\w*|vot(?:e[ds]?|ing)|promis\w+|pledg\w+|vow(?:s|ed)?|offer(?:s|ed)?|propos\w+|invit\w+|urg(?:e[ds]?|ing)|ask(?:s|ed)?"
    r"|threaten(?:s|ed)?|want(?:s|ed)?|hop(?:e[ds]?|ing)|intend(?:s|ed)?|aim(?:s|ed)?|plan(?:s|ned|ning)?|prepar(?:e[ds]?|ing)|expect(?:s|ed)?|set|ready|likely"
)
_FUTURE = (
    rf"(?:will|won['’]t|shall|['’]ll|would){_WITHIN}|going\s+to(?:\s+[a-z]+)?|to\s+be\s+[a-z]+(?:ed|en|ld|de)|(?:{_INTENT})\s+to\s+(?:be\s+)?[a-z]+"
    rf"|(?:is|are|be|remains?)\s+(?:[a-z]+ly\s+)?(?:to|{_DUE}|set|slated|scheduled|expected|planned|meant|supposed|likely)\b(?:\s+to\s+(?:be\s+)?[a-z]+)?"
    rf"|(?:was|were|been)\s+(?:scheduled|{_DUE}|slated|planned\s+for)\b(?:\s+to\s+(?:be\s+)?[a-z]+)?|{_DUE}|scheduled|slated|expect(?:s|ed|ing)?|upcoming|effective|until|expires?|deadline"
    r"|(?:is|are|was|were|be)\s+(?:forecast|projected)\b(?:\s+to\s+(?:be\s+)?[a-z]+)?|(?-i:may)|might|could|can|should|must|(?:opens|begins?|starts|resumes?|expires?|meets?|votes|convenes?|arrives?|kicks?\s+off|takes?\s+effect|goe?s?\s+on\s+sale|(?:goe?s?|heads?)\s+to\s+the\s+polls|(?<=s\s)(?:open|start|vote))\b(?=(?:\s+(?:on|early|late|at|again|[a-z]+ly|in\s+(?-i:[A-Z])\w+))*\s*$)|call(?:s|ed|ing)\s+for"
)
_PAST_PLAN = r"had\s+(?:been\s+)?(?:due|scheduled|set|expected|planned|hoped|intended|to)\b(?:\s+to\s+(?:be\s+)?[a-z]+)?"
_IRREGULAR = (
    r"was|were|had|did|said|told|went|came|made|took|saw|got|gave|found|began|fell|rose|won|lost|led|held|left|met|sent|kept|hit|cut|shot|struck|broke|became|brought"
    r"|wrote|ran|spoke|sold|bought|paid|died|has|have|been|set|put|read|cast|quit|spent|stood|sat|caught|fought|taught|thought|built|felt|dealt|drew|flew|grew|knew|threw"
    r"|forecast|drove|rode|chose|fled|sought|laid|lay|swept|blew|burst|spread|shut|split"
)
_REGULAR = r"(?-i:(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bstill\s)(?!need|feed|seed|speed|indeed|hundred|exceed|proceed|succeed)[a-z]{3,}ed)"
_CUE = re.compile(
    rf"\b(?:(?P<plan>{_PAST_PLAN})|(?P<future>{_FUTURE})|(?P<past>{_IRREGULAR}|{_REGULAR}|ago|since|earlier)|(?P<present>(?:is|are|be|being|gets?)(?:\s+[a-z]+ly|\s+not)?(?:\s+[a-z]+(?:ed|en)\b)?|says?|does|do))\b",
    re.IGNORECASE,
)
_FORETOLD = re.compile(r"\b(?:warned|notified|informed|advised|booked|orders|tickets|bookings|slated|plans)\b(?:\s+[^\s;]+){2,}\s*$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(by|until|till|through)\s+(?:the\s+|early\s+|late\s+|mid-?|end\s+of\s+|middle\s+of\s+|beginning\s+of\s+)*$", re.IGNORECASE)
# "as soon as Friday", without a verb that tells of the past
_AT_EARLIEST = re.compile(r"\b(?:as\s+(?:soon|early)\s+as|no\s+(?:later|earlier|sooner)\s+than|not\s+before)\s+$", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|was|were)\b", re.IGNORECASE)
# the words right of "Until Friday", up to a past perfect that is its clause's verb
_HAD_BEEN = re.compile(r"^[^,;:]*?,?[^,;:]*?\bhad\b", re.IGNORECASE)
# "has extended the loan through January": what is made longer goes on
_EXTENDED = re.compile(r"\b(?:extend\w*|renew\w*|prolong\w*|valid|lengthen\w*)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|when|once|unless|as\s+soon\s+as)\b[^,]*$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:as\s+soon\s+as|once|the\s+moment|by\s+the\s+time)\b[^,;:]*$", re.IGNORECASE)
_UNREAL = re.compile(r"\bhave\b", re.IGNORECASE)
# "topped 40 by Sunday" is over; "told them to leave by Sunday", "was extended by Sunday" isn't
_DEMAND = re.compile(
    r"said|told|set|has|have|been|announced|ordered|wanted|needed|demanded|asked|given|gave|required|promised|planned|called|added|warned|expected|agreed|scheduled|pledged|vowed",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s+[a-z]+|\b(?:must|deadline|ready|available|due|expected|back|in\s+place)\b", re.IGNORECASE)
_OPENED = re.compile(r"^(?:\s+(?:morning|evening|night|noon|afternoon|midday))?,?")
# "On Tuesday, Norlanders vote", "on Saturday, Tavia holds caucuses": the timetable of what is to come, told in the present
_TIMETABLE = re.compile(
    r",?\s+(?:[\w’'.-]+,?\s+){0,5}?(?:[\w’'.-]+(?<!ss)s|people)\s+(?:vote|hold|choose|elect|decide|(?:go|head)\s+to\s+the\s+polls|host|face|meet|convene|gather)\b"
    r"|,?\s+(?:[\w’'.-]+,?\s+){0,5}?(?!the\b|an?\b|its\b|his\b|her\b|their\b)[\w’'.-]+(?<!s)\s+(?:votes|holds|chooses|elects|decides|(?:goes|heads)\s+to\s+the\s+polls|hosts|faces|meets|convenes)\s+"
)
# "would win 38 percent, up two points from February": the level before
_COMPARED = re.compile(r"\b(?:up|down|unchanged|higher|lower)(?:\s+(?!to\b)[\w.%$€£-]+){0,4}\s+from\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
_LONGEST = 160
# "On Tuesday the council will vote": nothing but a preposition before the date
_OPENING_WORDS = 2


def direction(sentence: str, start: int, end: int) -> str | None:
    """`past`, `future` or None for the clause around sentence[start:end].

    The nearest cue to the left within the clause decides, then the first to the right within it, then one farther left.
    "by" and "until" look ahead, except where the clause speaks of the past.
    """
    left = _after(_HARD, sentence[max(0, start - _LONGEST) : start])
    if _COMPARED.search(left):
        return "past"
    clause = _after(_SOFT, left)
    cue = _last(clause)
    looks_ahead = _UP_TO.search(left)
    if cue is None and _AT_EARLIEST.search(left):
        farther = _last(left)
        return "past" if farther and farther["past"] else "future"
    if looks_ahead and _is_only_cue(looks_ahead, cue, clause) and _HAD_BEEN.search(sentence[end : end + _LONGEST].split(".")[0]):
        # "Until Friday 40 people had been missing": the past perfect looks back
        return "past"
    if looks_ahead and cue is None and _tells_past(_OPENED.sub("", sentence[end : end + _LONGEST], count=1)):
        farther = _last(left)
        # "will double its trade with Peru and Chile by May, untouched by the slump"
        return "future" if farther and farther["future"] else "past"
    past = cue["past"] if cue else None
    if looks_ahead and looks_ahead[1].lower() == "by" and past and not _DEMAND.fullmatch(past) and not _INFINITIVE.search(clause[cue.end() :]):  # type: ignore[union-attr]
        return "past"
    if looks_ahead and (past is None or ((looks_ahead[1].lower() != "through" or _EXTENDED.search(clause)) and not _HAD.search(clause))):
        return "future"
    if cue is None:
        right = sentence[end : end + _LONGEST]
        if len(left.split()) > _OPENING_WORDS:
            right = right[: _first_boundary(right)]
        cue = _CUE.search(right) or _last(left)
        if _is_timetable(left, right):
            return "future"
    if cue is None:
        return None
    if cue["present"]:
        return "future" if _CONDITION.search(left) else None
    if cue["past"] and (started := _ONCE.search(left)) and _is_foretold(left[: started.start()]):
        return "future"
    return "future" if cue["future"] else "past"


def _is_timetable(left: str, right: str) -> bool:
    """Whether the date opens its clause and a verb of meeting or voting in the present comes before any cue."""
    found = _TIMETABLE.match(right) if len(left.split()) <= _OPENING_WORDS else None
    cue = _CUE.search(right[: found.end()]) if found is not None else None
    return found is not None and (cue is None or not cue["past"])


def _is_foretold(main: str) -> bool:
    """ "had said he would sell as soon as it opened on Monday": what has to come first lies ahead too; not "would have sold"."""
    cue = _last(main)
    return cue is not None and bool(cue["future"]) and not _UNREAL.search(cue.group())


def _is_only_cue(looks_ahead: re.Match[str], cue: re.Match[str] | None, clause: str) -> bool:
    """Whether the clause has no cue but the "until" before the date itself."""
    return cue is None or (cue.group().lower() == looks_ahead[1].lower() and not clause[: cue.start()].strip())


def foretells(clause: str) -> bool:
    """Whether what follows was told beforehand: "warned buyers of a cut in", but not "was warned in"."""
    return _FORETOLD.search(clause) is not None


def _tells_past(right: str) -> bool:
    """Whether the clause right of "By Monday" speaks of what was over by then."""
    clause = right[: _first_boundary(right)]
    first = _CUE.search(clause)
    return bool(_HAD.search(clause)) or (first is not None and bool(first["past"]) and not _DEMAND.fullmatch(first["past"]))


def _after(boundary: re.Pattern[str], text: str) -> str:
    """The text after the last boundary."""
    position = 0
    for match in boundary.finditer(text):
        position = match.end()
    return text[position:]


def _first_boundary(text: str) -> int:
    found = [match.start() for match in (_HARD.search(text), _SOFT.search(text), _COMMA.search(text)) if match]
    return min(found, default=len(text))


def _last(text: str) -> re.Match[str] | None:
    found = None
    for match in _CUE.finditer(text):
        found = match
    return found
