"""The attribution that ends a sentence, read from its words alone: "…, killing four, the army spokesman, Ada Orr, said on Monday."

Long sentences, brackets and appositions make the parser lose it; news English keeps its order, so no parse is needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.attribution import cues, informants, speakers
from transforms.attribution.link import Link
from transforms.language.lookup import once_a_sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
# what may stand behind the cue: when, where and to whom it was said, or what the speaker added
_TAIL = re.compile(
    r"(?:\s+(?:(?:late|early|earlier|later|here|today|yesterday|separately|too)\b|"
    r"(?:on|in|at|during|to|via|through|from|by|late|early)\s+(?:(?:an?|the|its|his|her|their|state|local)\s+)?(?:[\w’'.-]+\s+){0,2}?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|statement|release|report|interview|conference|briefing|address|speech|televis\w+|radio|tv|"
    r"reporters|journalists|twitter|facebook|website|bulletin|media|morning|evening|night|afternoon|phone|telephone|notice|note|post|tweet|"
    r"update|communiqu[eé]|assembly|parliament|message|email|letter)\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:morning|evening|night|afternoon)\b|"
    r"(?:last|earlier\s+this|this)\s+(?:week|month|year|summer|autumn|winter|spring)\b|"
    r"(?:reporters|journalists|parliament|lawmakers|AFP|AP|Reuters|Xinhua|CNN|BBC|dpa|EFE|Interfax|TASS|Kyodo|Yonhap|Bloomberg)\b))*"
    r"(?:,\s+(?:adding|noting|citing|without|describing|calling|referring|warning|quoting)\b[^\"“”;]*)?\s*\.?\s*$",
    re.IGNORECASE,
)
# "told Orlo Radio", "told a local station on Monday"
_HEARERS = re.compile(r"\s+(?:(?!that\b)[\w’'.-]+\s+){0,6}[\w’'-]+\s*\.?\s*$")
_WITHIN = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "CCONJ"))
_LINKING = frozenset("of for in at with from on".split())
_SMALL = frozenset(("-", "–", "&", "/", ".", "'", "’"))
_HEADS = ("NOUN", "PROPN", "PRON")
_LONGEST = 22


@once_a_sentence
def find(doc: Doc) -> Link | None:
    """The cue and its speaker at the sentence's end, with the words of a speaker whom the parse tears apart."""
    for verb in reversed(doc[2:]):
        if verb.text == ";":
            return None
        rows = cues.by_form(verb.lower_)
        if not rows or verb.tag_ not in _FINITE or _is_passive(verb):
            continue
        end = verb.idx + len(verb)
        if not _TAIL.match(doc.text, end) and not (verb.lower_ == "told" and _HEARERS.match(doc.text, end)):
            continue
        row = next((row for kind in ("speech", "evidence") for row in rows if row.kind == kind and row.takes != "quote"), None)
        found = _speaker(doc, verb.i) if row is not None else None
        if row is not None and found is not None and (row.kind == "speech" or _is_survey(doc[found[0]])):
            head, phrase = found
            return Link(row, verb.i, verb.i + 1, head, phrase)
    return None


def _is_survey(head: Token) -> bool:
    """ "…, a Seamen's Union survey found last year": papers that find; people who find only see."""
    return informants.is_document(head) and head.tag_ in ("NN", "NNS", "NNP")


def _is_passive(verb: Token) -> bool:
    """ "it was reported", "was said": nobody speaks."""
    return verb.tag_ == "VBN" and verb.nbor(-1).lemma_ == "be"


def start(doc: Doc, link: Link) -> int:
    """The token of the comma before the speaker."""
    return next(i for i in range(_first(doc, link.speaker), -1, -1) if doc[i].text in (",", "”", '"', "''"))


def _first(doc: Doc, head: int) -> int:
    first = head
    while first > 0 and _is_within(doc, first - 1):
        first -= 1
    return first


def _speaker(doc: Doc, verb: int) -> tuple[int, tuple[int, int] | None] | None:
    """The head of the speaker before the verb; its words where they are joined by "and" or lie before brackets."""
    last = verb
    while last > 0 and (doc[last - 1].pos_ == "ADV" or doc[last - 1].tag_ in ("VBD", "VBZ", "VBP") and doc[last - 1].pos_ == "AUX"):
        last -= 1
    last = _before_brackets(doc, _before_clause(doc, last))
    if doc[last - 1].text == ",":
        return _apposed(doc, last - 1)
    first = _phrase_start(doc, last)
    return _head(doc, first, last) if first is not None else None


def _before_clause(doc: Doc, last: int) -> int:
    """The end of the words before "who asked not to be named", "who spoke on condition of anonymity"."""
    found = next((i for i in range(last - 1, max(last - _LONGEST, 0), -1) if doc[i].lower_ == "who" or doc[i].text in (",", ";", ":")), None)
    return found if found is not None and doc[found].lower_ == "who" and doc[found - 1].pos_ in _HEADS else last


def _apposed(doc: Doc, comma: int) -> tuple[int, tuple[int, int] | None] | None:
    """ "the army spokesman, Ada Orr, said": the name; "Ada Orr, a spokeswoman for the army, said": the name that comes first."""
    second = _phrase_start(doc, comma)
    if second is None or doc[second - 1].text != ",":
        return None
    first = _phrase_start(doc, second - 1)
    if first is None:
        return None
    is_name = comma - second >= 2 and all(token.pos_ == "PROPN" or token.text == "." for token in doc[second:comma])
    is_office = doc[first].lower_ in ("the", "a", "an", "its", "his", "her", "their", "another") or doc[second - 2].pos_ == "NOUN"
    if is_name and is_office:
        return _head(doc, second, comma)
    if doc[second].lower_ in ("a", "an", "the", "its", "his", "her", "their", "who", "head", "chief", "spokesman", "spokeswoman"):
        return _head(doc, first, second - 1)
    return None


def _before_brackets(doc: Doc, last: int) -> int:
    """The end of the words before "(ABC)"."""
    if doc[last - 1].text != ")":
        return last
    return next((i for i in range(last - 2, max(last - 8, 0), -1) if doc[i].text == "("), last)


def _phrase_start(doc: Doc, last: int) -> int | None:
    """Where a noun phrase behind a comma begins, None when the words before its end are no such phrase."""
    first = last
    while first > 1 and last - first < _LONGEST and _is_within(doc, first - 1):
        first -= 1
    if first == last or doc[first - 1].text not in (",", "”", '"', "''"):
        return None
    # ", and another, the army said" opens with what joins clauses
    return None if doc[first].pos_ == "CCONJ" or doc[first].pos_ == "NUM" else first


def _is_within(doc: Doc, i: int) -> bool:
    token = doc[i]
    return token.pos_ in _WITHIN or token.lower_ in _LINKING or token.text in _SMALL or token.tag_ in ("POS", "NNP", "PRP", "VBN", "VBG") and i > 0


def _head(doc: Doc, first: int, last: int) -> tuple[int, tuple[int, int] | None] | None:
    words = doc[first:last]
    end = next((t.i for t in words if t.i > first and t.lower_ in _LINKING and doc[t.i - 1].pos_ in _HEADS), last)
    head = doc[end - 1]
    if head.pos_ not in _HEADS or speakers.is_time(head) or informants.is_asked(head) or informants.is_share(head):
        return None
    if any(token.tag_ in ("VBN", "VBG") and token.dep_ not in ("amod", "compound") for token in words):
        return None
    is_joined = end == last and any(token.pos_ == "CCONJ" for token in words)
    is_owned = end == last and any(token.tag_ == "POS" for token in words) and head.pos_ == "PROPN"
    start = first + (doc[first].lower_ in ("the", "a", "an"))
    # "health ministry [data show]": the parser hangs the words before the head elsewhere
    before = doc[start : head.i]
    is_torn = end == last and len(before) > 0 and head.left_edge.i > start and all(token.pos_ in ("NOUN", "PROPN") for token in before)
    return head.i, ((start, last) if is_joined or is_owned or is_torn else None)
