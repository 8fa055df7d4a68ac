"""What keeps a date from a number of the same sentence: another clause, a comparison, a published document, a place.

Where the date isn't tied to the number's own verb or noun phrase, no period is better than a wrong one. It reads words
and the parser's tree of one sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims import governing, nouns
from transforms.claims.clauses import is_verb
from transforms.dates.expression import TimeExpression
from transforms.language import tables
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_LENGTH = r"(?:km|kilomet(?:er|re)s?|(?:nautical\s+)?miles?|mi|met(?:er|re)s?|m|feet|ft|yards?|light-years?)"
# a distance that only says where something was has no time of its own
_LOCATES = re.compile(
    rf"[-\s]?{_LENGTH}(?:\)|\s*\([^()]{{1,24}}\))?,?\s+(?:to\s+the\s+|due\s+|further\s+|up|down)?(?:(?:north|south|east|west)\w*|above|below|off|offshore|away|apart|inland|outside|stream|river"
    r"|from\s+(?:the\s+)?(?-i:(?=[A-Z]))(?![^,;.]{0,60}\sto\s)\w+)\b",
    re.IGNORECASE,
)
# "a 46-ton rocket", "the 16-nation bloc": a lasting property of the thing; a "5-percent rise" is a figure of its time
_COMPOUND = re.compile(r"-(?!per\b|percent|plus\b|odd\b)[a-z]", re.IGNORECASE)
_MONEY_COMPOUND = re.compile(r"\d-(?:\w+-)?(?:dollar|euro|pound|yen|yuan|crown|rupee|peso)s?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\s+$")
# "a 75 ft vessel", "a 20 metre high wall": as "a 75-foot vessel"
_MODIFIES = re.compile(
    rf"\s{_LENGTH}\s(?:\([^()]{{1,24}}\)\s)?(?:(?:long|high|wide|tall|deep|thick)\s)?(?!(?:long|high|wide|tall|deep|thick|and|or|to|on|in|at|of|by|from|as|for|with|rise|fall|drop|increase"
    r"|advance|gain|away|apart|above|below|into|along|across|around|off|over|per|before|after|since|when|while|last|this|today|yesterday)\b)[a-z]{3,}",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|the|its|their|his|her)\s+(?:about\s+|around\s+|roughly\s+|nearly\s+|~\s?)?$", re.IGNORECASE)
# "passing the 326 needed for a majority": the mark stands, whenever it is passed
_THRESHOLD = re.compile(r"\s+(?:[a-z-]+\s+){0,2}(?:needed|required|necessary)\s+(?:for|to)\b")
_BRACKETS = re.compile(r"\([^()]*\)|[^()]*\)|\([^()]*$")
_DOCUMENT = re.compile(
    r"\b(?:polls?|surveys?|reports?|stud(?:y|ies)|data|figures|statistics|statements?|interviews?|transcripts?|videos?|findings|results|estimates|census|index|letter|one)\b"
    r"[^,;.]{0,60}?,?\s(?:released|published|issued|posted|out|broadcast|aired|unveiled|dated|made\s+public)\s+(?:on\s+|in\s+|late\s+|early\s+)*$"
)
# "released figures on Friday that showed 40 deaths": when they came out
_RELEASED = re.compile(
    r"\b(?:released|published|issued|unveiled|posted)\s+(?:[\w'’-]+\s+){0,5}?(?:polls?|surveys?|reports?|stud(?:y|ies)|data|figures|statistics|statements?|videos?|findings|results|estimates)"
    r"\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)
_UP_ON = re.compile(
    r"\b(?:up|down|higher|lower|more|fewer|less|rise|rose|increase|increased|drop|dropped|fell|decline|gain)\b[^,;]{0,50}\son\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEVEL_OF = re.compile(
    r"\b(?:numbers?|levels?|figures?|totals?|rates?|amounts?|averages?|pace|values?|tally|size)\s+of\s+(?:the\s+)?$|\bbeyond\s+$", re.IGNORECASE
)
_SUPERLATIVE_SINCE = re.compile(
    r"\bthe\s+(?:[a-z]+\s+)?(?:[a-z]+est|worst|best|most|least|first|second|third|fourth|fifth|last)\b[^,;]{0,60}\bsince\b[^,;]{0,40}$", re.IGNORECASE
)
# "within 70 points of its high set on Jan. 6": when the mark was set
_MARK_SET = re.compile(
    r"\b(?:of|from|than|above|below|beyond|short\s+of|off|over|under|near)\s+(?:[\w’'-]+\s+){0,4}?(?:highs?|lows?|record|peak|mark|bottom|ceiling|best|level)\s+(?:of\s+[$€£¥]?\d[\d.,]*(?:\s?%|\s+[a-z]+){0,3}?\s+)?"
    r"(?:that\s+was\s+|it\s+)?(?:set|reached|hit|recorded|posted|touched|seen|struck)\s+(?:late\s+|early\s+)?(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
_BEFORE_EVENT = re.compile(
    r"\b(?:before|ahead\s+of|prior\s+to|awaiting|for)\s+(?:an?|the|its|their|his|her|that|this|[\w.-]+['’]s)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:vote|elections?|primary|primaries|caucus(?:es)?|polls|ballot|referendum|summit|meeting|talks|hearing|trial|launch|deadline|games|matches?|race|final|opening|conference|convention"
    r"|congress|debate|ceremony|visit|wedding|festival|fair|tournament|championship|decision|ruling|verdict|inauguration|session)\s+(?:(?:due|set|scheduled|planned)\s+)?(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
# "46 percent among voters in the primary next month": asked now, whenever they vote
_VOTERS_IN = re.compile(
    r"\b(?:voters?|electorate|participants?|members)\s+in\s+(?:an?|the|its|their|that|this|[\w.-]+['’]s)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:vote|elections?|primary|primaries|caucus(?:es)?|ballot|referendum|race|runoff|contest)\s+(?:(?:due|set|scheduled|planned)\s+)?(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
# "Entering Tuesday's contests, Brandt led by 300 delegates": until then
_ENTERING = re.compile(r"\b(?:entering|(?:heading|going|coming)\s+into|ahead\s+of|approaching)\s+(?:the\s+)?$", re.IGNORECASE)
_EVENTS_OWN = re.compile(r"(?:['’]s?)?\s+[a-z]")
_DELIVERY = re.compile(r"\s+(?:delivery|futures|contracts?|deliveries|expiry|settlement)\b")
_OTHER_TIME = re.compile(r"\b(?:earlier|previously|formerly|once|normally|usually|typically|originally)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_OWN_OF_PART = re.compile(
    r",\s+(?:and\s+|with\s+|including\s+|at\s+least\s+)*[\w,.]+(?:\s+[\w,.]+)?\s+of\s+(?:them|whom|which|these|those)\b[^;]*$", re.IGNORECASE
)
_STEP = r"(?:hours?|days?|weeks?|months?|years?)\s+(?:before|after)"
# "on Monday, a day after a landslide buried 30", "two weeks before Christmas"
_STEPS_BETWEEN = re.compile(rf"\b{_STEP}\b", re.IGNORECASE)
_STEPS_FROM = re.compile(rf"\b(?!day\b){_STEP}\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER_LENGTH = re.compile(r"\bafter\s+(?:an?\s+|about\s+|nearly\s+|almost\s+|some\s+|more\s+than\s+)?$", re.IGNORECASE)
# what began then lasts: "Founded in 1987, the club has 300 members", "the book, due out in March, has 300 pages"
_ORIGIN = re.compile(
    r"\W*(?:founded|begun|started|born|built|created|established|opened|launched|formed|set\s+up|elected|hired|designed"
    r"|completed)\b[^,;]*$",
    re.IGNORECASE,
)
_DUE = re.compile(r",\s+(?:due|set|scheduled|planned|expected)\b[^,;]*$")
_CONDITION = re.compile(r"\W*(?:if|unless|should)\b[^,;]*$", re.IGNORECASE)
# "cut 400 jobs after third-quarter profit fell", "fell 4 percent on weak August sales": the date is of the figures alone
_REASON = re.compile(r"\b(after|as|because|following|despite|on|amid)\s+(?:(?!the\b)[\w'’&-]+\s+){0,3}(?:the\s+)?$", re.IGNORECASE)
_FIGURES = re.compile(
    r"['’]?s?[\s-]+(?:[a-z-]+\s+){0,2}?(?:profits?|earnings|loss(?:es)?|results|sales|revenues?|income|turnover|output|production|exports|imports|growth|inflation"
    r"|figures|data|deliveries|orders|guidance|writedowns?|spending|receipts|takings)\b"
)
_WHEN = re.compile(r",\s+when\b")
_FARTHEST = 500
_NEAR = 90
_WOULD = frozenset({"would", "'d", "’d", "could", "may", "might", "should"})
_COARSE = ("month", "quarter", "half", "season", "year")


def has_no_time(document: Document, quantity: Quantity) -> bool:
    """Whether the number tells a place or a lasting property, which no date of the sentence can be about."""
    text = document.text
    after = text[quantity.end : quantity.end + 60]
    if _LOCATES.match(after) or _THRESHOLD.match(after):
        return True
    if _MODIFIES.match(after) and _ARTICLE.search(text[max(0, quantity.start - 16) : quantity.start]):
        return True
    is_compound = _COMPOUND.match(after) or _MONEY_COMPOUND.search(quantity.text)
    # "last week's 7.1-magnitude earthquake"
    return bool(is_compound) and not _POSSESSIVE.search(text[max(0, quantity.start - 4) : quantity.start])


def is_apart(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the words or the grammar between a date and a number say that the date is of something else."""
    return _by_words(document, expression, quantity) or _by_grammar(document, expression, quantity)


def _by_words(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    text, sentence = document.text, document.sentence_at(expression.start)
    before = text[max(sentence.start, expression.start - 110) : expression.start]
    if _is_year_of_building(document, expression) or _is_of_coming_event(document, expression, quantity, before):
        return True
    if _is_of_figures(document, expression, quantity, before):
        return True
    if _ENTERING.search(before) and _EVENTS_OWN.match(text, expression.end):
        return True
    if (
        _DOCUMENT.search(before)
        or _RELEASED.search(before)
        or _LEVEL_OF.search(before)
        or _STEPS_FROM.search(before)
        or _DELIVERY.match(text, expression.end)
    ):
        return True
    if _SUPERLATIVE_SINCE.search(before) and not (precedes_when(document, expression) and expression.end < quantity.start):
        return True
    if expression.precision in _COARSE and _UP_ON.search(before):
        return True
    if expression.end <= quantity.start:
        between = text[expression.end : quantity.start]
        opening = text[sentence.start : expression.start]
        if "," in between and (_CONDITION.match(opening) or _ORIGIN.match(opening) or _DUE.search(before)):
            return True
        if _STEPS_BETWEEN.search(between[-_FARTHEST:]) or _AFTER_LENGTH.search(text[max(0, quantity.start - 24) : quantity.start]):
            return True
    else:
        between = text[quantity.end : expression.start]
        if _MARK_SET.search(between[-_NEAR:]):
            return True
        if len(between) <= _FARTHEST and _OWN_OF_PART.search(between):
            return True
    if len(between) > _FARTHEST:
        return True
    if ";" in _BRACKETS.sub("", between) and (expression.start > quantity.start or _has_verb(document, quantity)):
        return True
    # "Earlier this month 12 fell" has its time in the date
    lead = text[max(sentence.start, quantity.start - 40, expression.end if expression.end <= quantity.start else 0) : quantity.start]
    return bool(_OTHER_TIME.search(lead)) and (expression.start < quantity.start or "," in between)


def _is_of_figures(document: Document, expression: TimeExpression, quantity: Quantity, before: str) -> bool:
    """Whether the date only says which figures another clause gives as its reason: "cut 400 jobs after third-quarter profit fell"."""
    reason = _REASON.search(before)
    if reason is None or not _FIGURES.match(document.text, expression.end) or not governing.describes_noun(document, expression):
        return False
    if quantity.end <= expression.start - len(before) + reason.start():
        return True
    opening = document.text[document.sentence_at(expression.start).start : expression.start - len(before) + reason.start()]
    return quantity.start > expression.end and not opening.strip() and "," in document.text[expression.end : quantity.start]


def _is_year_of_building(document: Document, expression: TimeExpression) -> bool:
    """ "The 1973 block housed 1,000": when it was built."""
    if expression.precision != "year" or expression.text[:1] not in "12" or not governing.describes_noun(document, expression):
        return False
    head = document.span(expression.start, expression.end)[-1].head
    return nouns.singular(head.text) in tables.words("place_nouns", "noun")


def awaits(before: str) -> bool:
    """Whether the words before a date name what is waited for: "before the primary on "."""
    return _BEFORE_EVENT.search(before) is not None


def _is_of_coming_event(document: Document, expression: TimeExpression, quantity: Quantity, before: str) -> bool:
    """ "Five run before the primary on Aug. 30": the day of what they wait for, unless the number's own verb looks ahead too."""
    if quantity.end <= expression.start and _VOTERS_IN.search(before) and _is_ahead(document, expression):
        return True
    if quantity.end > expression.start or not awaits(before) or governing.describes_noun(document, expression):
        return False
    verb = governing.clause_of(document.span(quantity.start, quantity.end).root)
    return not any(child.dep_ == "aux" and (child.tag_ == "MD" or child.lower_ == "to") for child in verb.children)


def is_counted_from(document: Document, expression: TimeExpression) -> bool:
    """ "a day after the quake of Monday": the date is where days are counted from, not when the harm was done."""
    start = document.sentence_at(expression.start).start
    return _STEPS_BETWEEN.search(document.text, max(start, expression.start - _FARTHEST), expression.start) is not None


def _has_verb(document: Document, quantity: Quantity) -> bool:
    """Whether the stretch between semicolons that holds the number has a verb of its own."""
    sentence = document.sentence_at(quantity.start)
    start = sentence.text.rfind(";", 0, quantity.start - sentence.start) + 1
    end = sentence.text.find(";", quantity.end - sentence.start)
    doc = document.doc(sentence.index)
    return any(start <= token.idx < (end if end >= 0 else len(sentence.text)) and is_verb(token) for token in doc)


def _by_grammar(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    number = document.span(quantity.start, quantity.end).root
    root = governing.root_of(document, expression)
    upward, downward = governing.path(number), governing.path(root)
    shared = next((token for token in downward if token in upward), None)
    if shared is None:
        return False
    to_date, to_number = downward[: downward.index(shared)], upward[: upward.index(shared)]
    is_ahead = _is_ahead(document, expression)
    for token in to_date:
        if token.lower_ == "including" or (token.dep_ == "relcl" and any(child.lower_ == "who" for child in token.children)):
            return True
        hangs = token.dep_ in ("acl", "advcl") or (token.dep_ == "xcomp" and token.head in to_date and token.head.dep_ in ("amod", "acl", "appos"))
        if is_ahead and hangs and _is_infinitive(token):
            return True
    own_noun = not any(is_verb(token) for token in to_number)
    if not is_verb(shared) and (own_noun or not any(is_verb(token) for token in to_date)):
        # "the 75 million that it gave in June", "the 1998 flood, which killed 500"
        return False
    if any(token.dep_ == "relcl" for token in to_number) and any(token.dep_ == "xcomp" and _is_infinitive(token) for token in to_date):
        return True
    if expression.start > quantity.end and is_verb(shared) and shared.lemma_ not in governing.HAPPENING and any(map(_is_aside, to_number)):
        # "The gunman, who killed 12, was arrested on Monday"; not "who was leading 12 others"
        return True
    verb, date_verb = governing.clause_of(number), governing.clause_of(governing.host_of(root))
    if verb == date_verb:
        return False
    return _is_other_time(verb, date_verb, to_number, to_date)


def _is_ahead(document: Document, expression: TimeExpression) -> bool:
    last = expression.last or expression.first
    return document.published is not None and last is not None and last > document.published


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)


def _is_aside(token: Token) -> bool:
    """Whether it is the verb of a relative clause between commas that tells something done, not what was going on."""
    left = token.left_edge
    return token.dep_ == "relcl" and token.tag_ != "VBG" and left.i > 0 and left.nbor(-1).text == ","


def _is_other_time(verb: Token, date_verb: Token, to_number: list[Token], to_date: list[Token]) -> bool:
    """Whether the two clauses speak of different times, so that the date of one isn't that of the other."""
    mine, its = _tense(verb), _tense(date_verb)
    if date_verb.dep_ == "acl" and date_verb.tag_ == "VBN":
        # "the plan approved in 2022 will cost 90 million"
        its = "past"
        leading = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" else verb  # "would join in, each putting up 90 million"
        helpers = {child.lower_ for child in leading.children if child.dep_ == "aux"}
        if helpers & _WOULD and "have" not in helpers:
            return True  # "under a deal signed on Monday the yard would get 90 million"
    if mine is None or its is None or mine == its:
        return False
    if any(token.dep_ in ("relcl", "acl") for token in to_number):
        return True
    if any(token.dep_ in ("relcl", "acl") for token in to_date):
        # "Floods that hit the region in July have damaged 5,000 homes"
        return mine in ("present", "future")
    return any(token.dep_ in ("conj", "ccomp", "parataxis") for token in (*to_number, *to_date)) and (mine, its) != ("past", "perfect")


def _tense(verb: Token) -> str | None:
    """past, perfect, present or future of a finite verb; None of others."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and is_verb(verb.head)
    if joined and not helpers and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        own = _tense(verb.head)
        if own == "perfect":
            return own  # "has infected 9,000 and killed 37 since Monday"
    if any(child.lower_ in ("will", "shall", "'ll", "’ll", "wo") for child in helpers):
        return "future"
    if any(child.lower_ == "to" or child.tag_ == "MD" for child in helpers):
        return None
    if any(child.lower_ in ("has", "have", "'ve", "’ve") for child in helpers):
        return "perfect"
    tags = {child.tag_ for child in helpers} or {verb.tag_}
    if "VBD" in tags:
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else None


def precedes_when(document: Document, expression: TimeExpression) -> bool:
    """ "since June, when 28 died": what follows happened in June."""
    return bool(_WHEN.match(document.text, expression.end))
