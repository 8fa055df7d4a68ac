"""Whether a date is that of the saying and not of what is said: beside the cue, beside the speaker, or hanging on the cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from transforms.attribution import informants
from transforms.attribution.attribution import Attribution
from transforms.claims import governing
from transforms.claims.clauses import SAYING, is_verb
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document, Sentence
from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_EARLIER = re.compile(r"\b(?:earlier|previously|initially|originally|once|already|repeatedly|in\s+the\s+past|long)\b", re.IGNORECASE)
_AT_THE_TIME = re.compile(r"\s+(?:[a-z]+\s+)?(?:at\s+the\s+time|back\s+then)\b")
_FORESEEN = re.compile(r"forecast|predicted|expected|projected|estimated|anticipated", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|['’]d)\s+(?:\w+ly\s+|also\s+|earlier\s+|previously\s+)*$", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,]*(?:(?:\w+\s+)?(?:on|in|at|late|early|earlier|later|over|during)\s+)*", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"[\s,]*(?:(?:in|at|during|to|told|after)\s+(?:an?|the|its|his|her|their|reporters?|journalists?|[A-Z]\w+)(?:\s+[\w'’-]+){0,6}?\s+)"
    r"(?:on\s+|late\s+|early\s+|earlier\s+|released\s+|published\s+|issued\s+)*"
)
# "told the Courier in an interview published on"
_TO_HEARER = re.compile(r"\s+(?:(?:the|an?|its|his|her|their)\s+)?[\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,3}" + _IN_PLACE.pattern)
_ISSUED = re.compile(
    r",?\s+(?:(?:which|that)\s+(?:was|were)\s+|(?:(?!that\b)[\w’'.]+\s+){1,5}?)?(?:released|published|issued|posted|dated|out|made\s+public)\s+(?:on\s+|in\s+|late\s+|early\s+)*",
    re.IGNORECASE,
)
_LONGEST_PLACE = 70
_FIELDWORK = re.compile(r"\b(?:conducted|held|taken|carried\s+out)\b")
_FIGURE_TIMES = frozenset({"month", "quarter", "half", "season", "year"})
_FOR = re.compile(
    r"\b(?:for\s+(?:the\s+|all\s+of\s+)?|(?:up\s+to|to|until|till|through|from|since|between|by|as\s+of)\s+(?:the\s+)?"
    r"(?:(?:end|start|beginning|middle)\s+of\s+)?)$",
    re.IGNORECASE,
)
OUT_ON = re.compile(
    r"\b(?:released|published|issued|unveiled|disclosed|made\s+public|poll|survey|report|study|statement|data|figures)\s+(?:on\s+|late\s+|early\s+)*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:early\s+|late\s+|last\s+)?$", re.IGNORECASE)
_PAPER = re.compile(
    r"^(?:\W*(?!(?:of|on|from)\b)[\w’'-]+){0,5}?\W*\b(?:study|report|paper|article|letter|memo|review|analysis|statement|email|post)\b",
    re.IGNORECASE,
)
_BY_SPEAKER = re.compile(r",?\s+(?:by|from)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?", re.IGNORECASE)
_OCCASION = re.compile(
    r"\W*(?:(?:speaking|testifying|writing|appearing|addressing|briefing)\b|(?:in|at|during)\s+(?:an?|the|his|her|its|their|[A-Z][\w.]*['’]s)\s[^,;]{0,40}?"
    r"\b(?:interview|speech|statement|report|letter|conference|briefing|address|testimony|hearing|memo|article|study|survey|poll|message|post|tweet|debate|note|filing|sermon)\b)"
    r"(?![^,;]*\b(?:conducted|held|taken|carried\s+out)\s+(?:\w+\s+)?$)[^,;]{0,60}",
    re.IGNORECASE,
)
_WITHIN_SOURCE = re.compile(r"\b(?:in|on|from|dated|released|published|issued|out)\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:back|late|early|already|also|only|just|as\s+early\s+as)\s+)*(?:(?:on|in|late|early)\s+)*(?:the\s+)?", re.IGNORECASE)
_UP_TO_OPENED = re.compile(r",?\s+(?:the\s+|an?\s+|its\s+|their\s+|his\s+|her\s+)?(?:[\w’'-]+\s+){0,4}?", re.IGNORECASE)
_BEFORE_CUE = 24
_AS_OF = re.compile(r"\W*(?:as\s+of|by|until)\s+(?:late\s+|early\s+)?", re.IGNORECASE)
_STILL_SAID = 6
_BOOK_YEAR = re.compile(r"(?:[-–/]\d{2,4})?\s+(?:fiscal|financial|business|school|academic|tax)\s+years?\b|[-–/]\d{2,4}\s+season\b", re.IGNORECASE)
_UP_TO_CUE = re.compile(r"\s*(?:also\s+|\w+ly\s+)?", re.IGNORECASE)
_UP_TO_SPEAKER = re.compile(r"(?:['’]s)?,?\s*(?:the\s+|a\s+|an\s+)?", re.IGNORECASE)
_AFTER_SPEAKER = re.compile(r"[\s,]*(?:(?:on|in|late|early|earlier|of|from|by|\w+ed)\s+)*", re.IGNORECASE)
_REPORTING = r"said|says|say|told|announced|reported|stated|declared|confirmed|added|claimed|disclosed|revealed|warned"
# verbs that are also what happened to the number's thing: "recorded 40 cases in May"
_FINDING = frozenset({"find", "record", "register", "show", "count", "see", "put", "observe", "confirm", "add"})
_TELLING = frozenset({"report", "announce", "confirm", "disclose", "declare", "reveal", "unveil", "post"})
_FIGURES = frozenset({"loss", "profit", "income", "earning", "sale", "revenue", "turnout", "rate", "rise", "increase", "drop", "decline"})
_DECLARING = frozenset({"announce", "unveil", "declare", "say"})
SAID_WHEN = re.compile(rf"\b(?:{_REPORTING})(?:\s+(?:here|in\s+a\s+\w+|late|early|on|earlier))*\s*$", re.IGNORECASE)
"""What stands before a date that dates a verb of saying, whoever's it is."""


_WORDS = r"(?:(?!(?:that|and|but|while)\b)[A-Za-z’'.-]+\s+){1,9}?"
SAID_THERE = re.compile(
    rf"\b(?:(?:told|briefed|informed|assured)\s+{_WORDS}|(?:{_REPORTING}|speaking|testifying|wrote)\s+(?:in|at|during|to|via|through|from|on)\s+{_WORDS})"
    r"(?:on\s+|late\s+|early\s+|earlier\s+|released\s+|issued\s+|published\s+|,\s+)*$",
    re.IGNORECASE,
)
"""What stands before the date of a saying with its place or its hearers between: "told a meeting in Orlo on"."""


SAID_AFTER = re.compile(rf"\s+(?:{_REPORTING})\b", re.IGNORECASE)
"""What stands behind the date of a saying that it precedes: "the mayor on Monday said"."""


MET_WHEN = re.compile(r"\b(?:met|spoke|testified|appeared|talked)(?:\s+(?:here|late|early|on|earlier))*\s*$", re.IGNORECASE)
"""What stands before the date of a meeting, at which what follows was said."""


def dates_saying(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """Whether the date is that of this attribution's saying."""
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    if _is_paper_from(document, expression, attribution):
        return True
    if (
        expression.type == "DURATION"
        or is_reported_on(document, expression)
        or _FOR.search(document.text[max(0, expression.start - 16) : expression.start])
    ):
        # "reported 40 cases in the last week", "reported a loss for 2023", "figures for the first quarter show": what they are about
        return False
    return (
        _is_occasion(document, expression, attribution)
        or _is_in_source(document, expression, attribution)
        or _follows(document, expression, attribution)
        or _precedes(document, expression, attribution)
        or _is_issue(document, expression, attribution)
        or _opens_saying(document, expression, attribution)
        or _hangs_on_cue(document, expression, attribution)
    )


def is_reported_on(document: Document, expression: TimeExpression) -> bool:
    """ "In the third quarter, the firm said it lost 4 million": what figures are of, and nobody speaks a quarter long."""
    if expression.precision in ("quarter", "half") or (expression.value or "").startswith("FY"):
        return True
    return expression.precision == "year" and bool(_BOOK_YEAR.match(document.text, expression.end))


def opens(document: Document, expression: TimeExpression) -> bool:
    """Whether nothing but a preposition stands before the date in its sentence."""
    return bool(_OPENING.fullmatch(document.text, document.sentence_at(expression.start).start, expression.start))


def opens_up_to(document: Document, expression: TimeExpression) -> bool:
    """ "As of March 1, the army said 40 had died": up to when, though the parser hangs it on "said"."""
    return bool(_AS_OF.fullmatch(document.text, document.sentence_at(expression.start).start, expression.start))


def _opens_saying(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "On Monday, the mayor said that …", "Back in 2019, she warned of …"; not "On Monday, the mayor said, 40 people died"."""
    source, end, cue, cue_end = attribution.source_start, attribution.source_end, attribution.cue_start, attribution.cue_end
    if source is None or end is None or cue is None or cue_end is None or not expression.end < source < end <= cue:
        return False
    text = document.text
    if expression.anchor == "named" or attribution.commitment == "expects" or _counts(document, attribution):
        return False
    is_beside = cue - end < _BEFORE_CUE and "," not in text[end:cue] and bool(_UP_TO_OPENED.fullmatch(text, expression.end, source))
    return is_beside and opens(document, expression) and text[cue_end : cue_end + 1] != ","


def _counts(document: Document, attribution: Attribution) -> bool:
    """ "Yesterday, Norland confirmed five deaths": the day of the deaths as well, unless a clause follows."""
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    cue = document.span(attribution.cue_start, attribution.cue_end).root
    deps = {child.dep_ for child in cue.children}
    return cue.lemma_ not in _DECLARING and "dobj" in deps and "ccomp" not in deps


def _is_occasion(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "In an interview broadcast on Sunday, the mayor said", "Speaking on Friday, she said", "In a poll out Monday, 57 percent said"."""
    cue, source = attribution.cue_start, attribution.source_start
    sentence = document.sentence_at(expression.start)
    if cue is None or document.sentence_at(cue).index != sentence.index:
        return False
    if not _OCCASION.fullmatch(document.text, sentence.start, expression.start):
        return False
    if source is not None and sentence.start <= source < expression.start:
        return True
    speaker = source if source is not None and expression.end <= source < cue else cue
    between = document.text[expression.end : speaker]
    return expression.end <= speaker and between.count(",") == 1 and len(between) < _LONGEST_PLACE and (speaker == source or len(between) < 30)


def _is_in_source(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "A report by the institute in March put … and said …"."""
    first, last = attribution.source_start, attribution.source_end
    if first is None or last is None or not first < expression.start < expression.end <= last:
        return False
    return bool(_WITHIN_SOURCE.search(document.text[first : expression.start]))


def _is_paper_from(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "A study in the journal from March found …": when it came out; "figures from March" are of that month."""
    first, last = attribution.source_start, attribution.source_end
    if first is None or last is None or not first < expression.start < expression.end <= last or expression.type != "DATE":
        return False
    words = document.text[first : expression.start]
    return _FROM.search(words) is not None and _PAPER.search(words) is not None


def _is_issue(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "Figures released on Thursday by the customs office showed", "a poll on Friday by Orlo Research had"."""
    source = attribution.source_start
    if source is None or source < expression.end:
        return False
    before = document.text[max(0, expression.start - 40) : expression.start]
    return bool(OUT_ON.search(before)) and bool(_BY_SPEAKER.fullmatch(document.text[expression.end : source]))


def _follows(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "said on Monday", "said in Orlo on Monday", "said the mayor on Monday", "the mayor on Monday said"."""
    for end in (attribution.cue_end, attribution.source_end):
        if end is None or end > expression.start or _tells_which(document, expression):
            continue
        between = document.text[end : expression.start]
        if "," in between and (attribution.cue_text or "").lower().startswith("according"):
            continue  # "According to the study, in 2014 …"
        if _FIELDWORK.search(between):
            continue
        if _BESIDE.fullmatch(between) or (end == attribution.source_end and _ISSUED.fullmatch(between)):
            return True
        if end != attribution.cue_end or len(between) >= _LONGEST_PLACE or " that " in between:
            continue
        if _IN_PLACE.fullmatch(between) or (attribution.cue_text == "told" and _TO_HEARER.fullmatch(between)):
            return True
    return False


def _described(document: Document, expression: TimeExpression) -> Token | None:
    """The noun behind the date that it says which of: "report" of "a Feb. 3 Hadley report"."""
    root = governing.root_of(document, expression)
    if root.dep_ not in ("compound", "amod", "nmod", "nummod", "poss"):
        return None
    head = root.head
    while head.dep_ in ("compound", "nmod") and head.head.i > head.i:
        head = head.head
    return head if head.i > root.i else None


def dates_document(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "A Feb. 3 report by X put", "In an early-May poll", "Monday's report": the document that speaks bears the date."""
    source, cue = attribution.source_start, attribution.cue_start
    head = _described(document, expression)
    if source is None or cue is None or head is None or not informants.is_document(head):
        return False
    at = document.sentence_at(expression.start).start + head.idx
    is_source = expression.end <= source + _LONGEST_PLACE and source <= at < (attribution.source_end or source)
    return (
        is_source
        or (expression.start < source and bool(_BY_SPEAKER.fullmatch(document.text, at + len(head), source)))
        or cue < expression.start <= source
    )


def dates_report(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "The ministry reported 40 new cases on Tuesday": the day on which it did so, whatever else it is of."""
    if expression.precision not in ("day", "time") or attribution.cue_start is None or attribution.cue_end is None:
        return False
    if attribution.cue_start < expression.start and document.sentence_at(attribution.cue_start).index != document.sentence_at(expression.start).index:
        return False
    if attribution.cue_start > expression.start and not opens(document, expression):
        return False
    host = governing.host_of(governing.root_of(document, expression))
    cue = document.span(attribution.cue_start, attribution.cue_end)
    if host.dep_ == "dobj" and host.lemma_ in _FIGURES:
        host = host.head  # "reported a loss on Tuesday"
    return host.lemma_ in _TELLING and cue.start <= host.i < cue.end and host.tag_ in ("VBD", "VBZ", "VBN")


def told_as_of(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "As of May 3, the army put the toll at 40", told weeks later: what was said then, not now."""
    cue, published = attribution.cue_start, document.published
    source = attribution.source_start
    if cue is None or source is None or expression.last is None or published is None or expression.last > published:
        return False
    # a day, or a month that is long past: what was counted "as of this week" is told today
    if expression.precision not in ("day", "time") and (published - expression.last).days <= _STILL_SAID:
        return False
    if not _UP_TO_OPENED.fullmatch(document.text, expression.end, source) or source > cue:
        return False
    sentence = document.sentence_at(expression.start)
    if not sentence.start <= expression.end < cue < sentence.end:
        return False
    verb = document.span(cue, cue + 1).root
    return verb.tag_ == "VBD" and bool(_AS_OF.fullmatch(document.text, sentence.start, expression.start))


def _tells_which(document: Document, expression: TimeExpression) -> bool:
    """ "reported a third-quarter loss": the time belongs to the noun that follows."""
    last = document.span(expression.start, expression.end)[-1]
    head = last.head
    return last.dep_ in {"compound", "amod", "nmod"} and head.i > last.i and head.pos_ == "NOUN"


def _precedes(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """ "On Monday the mayor said", "Monday's report said"; not "died on Monday, the mayor said"."""
    cue, source, source_end = attribution.cue_start, attribution.source_start, attribution.source_end
    text = document.text
    is_according = (attribution.cue_text or "").lower().startswith("according")  # "sales rose in January according to the bureau"
    if cue is not None and not is_according and expression.end <= cue and _UP_TO_CUE.fullmatch(text[expression.end : cue]):
        # "a poll held from Monday to Friday found": the days of the asking, not of the telling
        return source_end is None or source_end > expression.start or bool(_AFTER_SPEAKER.fullmatch(text[source_end : expression.start]))
    if source is not None and cue is not None and expression.end <= source and _UP_TO_SPEAKER.fullmatch(text[expression.end : source]):
        return "," not in text[expression.end : source]
    return False


def _hangs_on_cue(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    if document.sentence_at(attribution.cue_start).index != document.sentence_at(expression.start).index:
        return False
    if is_quoted_apart(document, expression, attribution.cue_start):
        return False
    host = governing.host_of(governing.root_of(document, expression))
    cue = document.span(attribution.cue_start, attribution.cue_end)
    if host.i not in range(cue.start, cue.end):
        return False
    if (
        any(child.dep_ == "dobj" and host.i < child.i < governing.root_of(document, expression).i for child in host.children)
        and host.lemma_ != "tell"
    ):
        # "found 1,800 faults in 2023": what was found is of then
        return False
    # a date before the content and before the cue ("On Tuesday, nine died, police said") is the content's
    return expression.start > attribution.cue_start or "," not in document.text[expression.end : attribution.cue_start]


def dates_other_saying(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date is that of a verb of saying which the number's attribution doesn't name ("he said on Monday")."""
    sentence = document.sentence_at(expression.start)
    before = document.text[max(sentence.start, expression.start - 30) : expression.start]
    if SAID_WHEN.search(before):
        # "said third-quarter sales fell", "reported June profit of 3 million": of the figures; nobody is quoted by the month
        return expression.precision not in _FIGURE_TIMES or not _tells_which(document, expression)
    if expression.type == "DURATION" or _FOR.search(before) or (is_reported_on(document, expression) and opens(document, expression)):
        return False
    if document.published is not None and expression.first is not None and expression.first > document.published:
        return False
    if is_quoted_apart(document, expression, None):
        return False
    host = governing.host_of(governing.root_of(document, expression))
    if host.lemma_ not in SAYING or not is_verb(host) or host.lemma_ in _FINDING:
        return False
    if host.lemma_ == "recall" and any(child.dep_ == "auxpass" for child in host.children):
        return False  # "the car was recalled in August"
    if host.lemma_ in _DECLARING and document.text[expression.end : expression.end + 1] == ",":
        return True  # "On Tuesday, the ministry announced 3 million": when it was announced
    number = document.span(quantity.start, quantity.end).root
    return expression.start > sentence.start + host.idx or number not in host.subtree


def is_quoted_apart(document: Document, expression: TimeExpression, cue_start: int | None) -> bool:
    """Whether the date stands in a quotation that doesn't hold the cue."""
    quotations = document.quotations
    place = bisect_right(quotations, expression.start, key=lambda quotation: quotation.start) - 1
    if place < 0 or not quotations[place].holds(expression.start, expression.end):
        return False
    return cue_start is None or not quotations[place].start <= cue_start < quotations[place].end


def was_before(document: Document, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether it was said earlier, on a day that the text doesn't give: "had said", "previously said"."""
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    before = document.text[max(sentence.start, attribution.cue_start - 30) : attribution.cue_start]
    after = document.text[attribution.cue_end : min(sentence.end, attribution.cue_end + 12)]
    if _HAD.search(before):
        return True
    if _FORESEEN.fullmatch(document.text, attribution.cue_start, attribution.cue_end) and after.startswith(" by "):
        return True  # "above the 12 percent forecast by economists"
    if _AT_THE_TIME.match(document.text, attribution.cue_end):
        return True
    beside = before.rsplit(",", 1)[-1].split()[-1:] + after.split()[:1]
    return any(_EARLIER.fullmatch(word.strip(",.")) for word in beside)
