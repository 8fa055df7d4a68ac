"""Whether a number is a rise or fall, or is reached by one ("rose 2.5 %", "fell to 40", "a 10 % drop"), read from syntax.

The words of rising and falling are seeds/language/trends.csv; its column `object` says with what a verb takes the number
as its object: any count, measures (also money, percent, points) or percent alone ("raised $5m" raises no figure).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.language import tables
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_INSIDE_PHRASE = frozenset(("nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "poss", "det"))
_REACHING = frozenset(("by", "to", "at", "with"))
_STANDING = frozenset(
    "be end close finish trade open go move run trend edge tick inch sit stand remain start begin settle come head keep turn send "
    "pull push drive drag".split()
)
_COMPARING = frozenset(("on", "from", "since", "compared", "over", "at", "."))
_AMOUNTS = frozenset(("percent", "money", "points", "measure", "fraction"))
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "PRON"))
_GAPS = frozenset((",", ";", "and", "but", "while"))
_INSTEAD = re.compile(r"\b(?:instead of|rather than)(?: the| an?| its| their)? $", re.I)
_BOUNDS = frozenset(("under", "over", "above", "below"))
_STEPS_UP = 4
_LOOSE = frozenset(("just", "only", "about", "around", "nearly", "almost", "roughly", "some"))
_MOVING = frozenset(("go", "change", "shift", "swing"))
# above it numbers have scale words, which are not read here
_SCALED = 1_000_000
_LONGEST_ORIGIN = 9
_LONGEST_CHANGE = 10


@cache
def _words(part: str) -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["trend"], row["object"]) for row in tables.rows("trends") if row["part"] == part}


def trend(document: Document, quantity: Quantity) -> str | None:
    """ "up", "down" or None. Parses the quantity's sentence if nobody has."""
    sentence = document.sentence_at(quantity.start)
    end = min(max(quantity.end, quantity.unit_end or 0), sentence.end)
    span = document.span(quantity.start, end)
    if not len(span):
        return None
    if quantity.text[0] == "+" or document.text[quantity.start - 1 : quantity.start] == "+":
        return "up"
    beside = _beside(document, quantity, span[0], span[-1])
    if beside is None and _INSTEAD.search(document.text, max(quantity.start - 20, 0), quantity.start):
        return None
    if beside is None and quantity.kind in ("percent", "points") and (left_out := _gapped(span)) is not None:
        return left_out
    hedge = _hedge_index(document, quantity, span)
    return beside or _governed(span.root, quantity, hedge) or _reached(span.doc, span.start if hedge is None else hedge, quantity)


def _reached(doc: Doc, at: int, quantity: Quantity) -> str | None:
    """ "dip down to minus-40 degrees": a verb of change and its "to" or "by" right before the number, whatever the parser makes of it."""
    at -= 1
    if quantity.kind == "duration" or at < 1:
        return None
    to = at - 1 if doc[at].lower_ in _LOOSE else at
    if doc[to].lower_ == "to" and (origin := _origin(doc, to)) is not None:
        return _changed_before(doc, origin) or _by_size(doc, origin, quantity)
    if doc[at].lower_ not in ("to", "by"):
        return None
    at -= 1
    while at > 0 and (doc[at].pos_ == "ADV" or doc[at].lower_ in ("up", "down", "back")):
        at -= 1
    return _words("verb").get(doc[at].lemma_.lower(), (None, ""))[0] if doc[at].pos_ == "VERB" else None


def _origin(doc: Doc, to: int) -> int | None:
    """The "from" of "from $12 to $10": between it and this "to" stand a number, its hedge and its noun."""
    seen = False
    for at in range(to - 1, max(to - _LONGEST_ORIGIN, 0), -1):
        token = doc[at]
        if token.lower_ == "from":
            return at if seen else None
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN" or token.text in (".", ";"):
            return None
        seen = seen or token.like_num or token.text[:1].isdigit()
    return None


def _changed_before(doc: Doc, origin: int) -> str | None:
    """The way of the nearest verb or noun of change before "from": "Sales rose from", "a fall in turnout from"."""
    for at in range(origin - 1, max(origin - _LONGEST_CHANGE, 0) - 1, -1):
        token, lemma = doc[at], doc[at].lemma_.lower()
        if token.text in (";", ".") or token.lower_ in ("that", "which") and at < origin - 1:
            return None
        if token.pos_ == "VERB":
            return _words("verb").get(lemma, (None, ""))[0] or _particle(token, origin)
        if token.pos_ == "NOUN" and lemma in _words("noun") and (at + 1 == origin or doc[at + 1].lower_ in ("in", "of")):
            return _words("noun")[lemma][0]
        if token.lower_ in ("up", "down") and at + 1 == origin:
            return _words("adverb")[token.lower_][0]
    return None


def _by_size(doc: Doc, origin: int, quantity: Quantity) -> str | None:
    """ "went from 166 in May to 139 in June": a verb that only moves leaves the direction to the numbers."""
    if origin < 1 or doc[origin - 1].lemma_.lower() not in _MOVING or quantity.low is None or not doc[origin + 1].text[:1].isdigit():
        return None
    following = doc[origin + 2]
    if (
        quantity.kind not in ("count", "percent")
        or quantity.low >= _SCALED
        or following.like_num
        or quantity.kind == "count"
        and following.pos_ == "NOUN"
    ):
        return None
    try:
        before = float(doc[origin + 1].text.replace(",", ""))
    except ValueError:
        return None
    return None if before == quantity.low else "up" if before < quantity.low else "down"


def _hedge_index(document: Document, quantity: Quantity, span: Span) -> int | None:
    """The first token of the hedge before the number."""
    if quantity.hedge_start is None or quantity.hedge_start >= quantity.start:
        return None
    base = document.sentence_at(quantity.start).start
    at = span.start
    while at > 0 and span.doc[at - 1].idx + base >= quantity.hedge_start:
        at -= 1
    return at


def _gapped(span: Span) -> str | None:
    """ "A rose 3 %, B by 2 % and C 4 %": a clause that leaves out its verb goes the way of the one before it.

    The noun phrase right before the number must stand right behind another percentage and a comma or conjunction.
    """
    doc, at = span.doc, span.start - 1
    while at > 0 and (doc[at].lower_ in ("by", "about", "nearly", "around", "just", "almost") or doc[at].text == "$"):
        at -= 1
    last = at
    while at > 0 and (doc[at].pos_ in _NAMING or doc[at].lower_ == "of") and doc[at].lower_ not in _GAPS:
        if doc[at].lemma_.lower() in _words("noun"):
            return None
        at -= 1
    if at == last or at < 2 or doc[at].lower_ not in _GAPS:
        return None
    while at > 0 and doc[at].lower_ in _GAPS:
        at -= 1
    if not doc[at].lower_.endswith(("%", "percent", "cent", "point", "points")):
        return None
    for token in reversed(doc[:at]):
        word = token.lower_
        if word in _words("adverb") and word != "off" and _is_adverb(token):
            return _words("adverb")[word][0]
        if token.pos_ == "VERB" or token.lemma_.lower() in _words("verb") and token.tag_.startswith("VB"):
            return _words("verb").get(token.lemma_.lower(), (None, ""))[0]
    return None


def _beside(document: Document, quantity: Quantity, first: Token, last: Token) -> str | None:
    """ "up 9 per cent", "down by about 5", "3 points lower": the adverb next to the number."""
    adverbs = _words("adverb")
    doc = first.doc
    left = first.i - 1
    if quantity.hedge_start is not None and quantity.hedge_start < quantity.start:
        base = document.sentence_at(quantity.start).start
        while left >= 0 and doc[left].idx + base >= quantity.hedge_start:
            left -= 1
    while left >= 0 and doc[left].lower_ in ("by", "a", "an", "another", "further", "only", "just", "some", "$", "(", "as", "much"):
        left -= 1
    if left >= 0 and doc[left].lower_ in adverbs and _is_adverb(doc[left]):
        return adverbs[doc[left].lower_][0]
    if last.i + 1 < len(doc):
        after = doc[last.i + 1]
        if after.lower_ in ("higher", "lower") and not (after.i + 1 < len(doc) and doc[after.i + 1].pos_ == "NOUN"):
            return adverbs[after.lower_][0]
        if after.lower_ in ("up", "down") and after.i + 1 < len(doc) and doc[after.i + 1].lower_ in _COMPARING:
            return adverbs[after.lower_][0]
        if after.lower_ == "," and after.i + 2 < len(doc) and doc[after.i + 1].lower_ in ("up", "down") and doc[after.i + 2].lower_ == "from":
            return adverbs[doc[after.i + 1].lower_][0]
    return None


def _is_adverb(token: Token) -> bool:
    """Whether "up" tells a direction rather than completing a verb ("make up 40 %", "shut down two plants")."""
    if token.lower_ == "off":
        return token.head.lemma_ in ("be", "down") or token.i > 0 and token.nbor(-1).lemma_ == "be"
    head = token.head
    if token.dep_ == "prt" or head.pos_ == "VERB":
        lemma = head.lemma_.lower()
        return lemma in _STANDING or lemma in _words("verb") or head.pos_ != "VERB" or (token.i > 0 and token.nbor(-1).text == ",")
    return True


def _governed(root: Token, quantity: Quantity, hedge: int | None) -> str | None:
    """What the noun or verb above the number says of it. A hedge that is a preposition ("rose under 4 %") joins nothing."""
    nouns = _words("noun")
    token = root
    for _ in range(_STEPS_UP):
        head = token.head
        if head == token:
            break
        if token.dep_ in _INSIDE_PHRASE and head.pos_ in ("NOUN", "PROPN", "NUM", "SYM") and head.i > token.i - 6:
            if head.lemma_.lower() in nouns and head.i > token.i and quantity.kind != "duration":
                return nouns[head.lemma_.lower()][0]
            if head.pos_ in ("NOUN", "PROPN") and quantity.kind in _AMOUNTS and token.dep_ != "quantmod" and head.i > token.i + 2:
                break
            token = head
            continue
        if token.dep_ == "pobj" and head.lower_ in _BOUNDS and hedge is not None and hedge <= head.i and head.head.pos_ in ("VERB", "AUX"):
            return _of_verb(head.head, token, quantity)
        if token.dep_ == "pobj":
            return _after_preposition(token, head, quantity)
        if token.dep_ == "conj" and head.i < token.i:
            token = head
            continue
        if token.dep_ in ("dobj", "npadvmod", "attr", "oprd", "advmod", "dep", "dative", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
            return _of_verb(head, token, quantity)
        if token.dep_ == "npadvmod" and head.lower_ in _words("adverb") and head.lower_ != "off":
            return _words("adverb")[head.lower_][0]
        break
    return None


def _after_preposition(token: Token, preposition: Token, quantity: Quantity) -> str | None:
    word, above = preposition.lower_, preposition.head
    if word == "of" and above.pos_ == "NOUN" and above.lemma_.lower() in _words("noun"):
        return _words("noun")[above.lemma_.lower()][0]
    if word == "from" and preposition.i + 1 <= token.i:
        return None
    if word not in _REACHING or quantity.kind == "duration" or word == "with":
        return None
    for _ in range(3):
        lemma = above.lemma_.lower()
        if above.pos_ in ("VERB", "AUX"):
            if word == "at" and lemma not in _words("verb"):
                return None
            if above.i > preposition.i:
                return None
            return _words("verb").get(lemma, (None, ""))[0] or _particle(above, preposition.i)
        if above.pos_ == "NOUN" and lemma in _words("noun") and word in ("to", "by"):
            return _words("noun")[lemma][0]
        if above.dep_ in ("prep", "pobj", "dobj", "prt", "npadvmod", "advmod", "nummod", "compound") and above.head != above:
            above = above.head
            continue
        return None
    return None


def _particle(verb: Token, before: int) -> str | None:
    """ "went up to 40", "brought down by 3", "revised upwards by 2": a direction right before the number's preposition."""
    for child in verb.children:
        if child.dep_ not in ("prt", "advmod", "acomp", "dobj", "prep") or not verb.i < child.i < before or before - child.i > 3:
            continue
        if child.lower_ in ("up", "down"):
            return _words("adverb")[child.lower_][0] if verb.lemma_.lower() in _STANDING | {"bring", "take", "pick"} else None
        if child.lower_ in _words("adverb") and child.lower_ != "off":
            return _words("adverb")[child.lower_][0]
    return None


def _of_verb(verb: Token, token: Token, quantity: Quantity) -> str | None:
    entry = _words("verb").get(verb.lemma_.lower())
    if entry is None:
        return _particle(verb, token.left_edge.i) if quantity.kind in ("percent", "points", "money") else None
    direction, takes = entry
    if quantity.kind == "duration":
        return None
    if token.dep_ == "nsubjpass":
        return direction if takes == "any" else None
    if quantity.kind in ("percent", "points", "fraction"):
        return direction
    if takes == "any" or (takes == "measure" and quantity.kind in ("money", "measure")):
        return direction
    lemma = token.lemma_.lower()
    return direction if takes == "measure" and (lemma in ("point", "place", "spot") or token.dep_ == "npadvmod" or token.pos_ == "NUM") else None
