"""What a measured number is of by the words right beside it: neighbours, titles, brackets and comparisons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import hollow, nouns, phrases, verbal
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = frozenset("lead trail beat edge defeat top best run stand be".split())
_BRACKET_REACH = 60
_ABBREVIATED = 6
_POINTING = frozenset({"them", "those", "these", "which", "whom", "it", "that", "this"})
_GLOSS = 8
_RATES_OF_CHANGE = frozenset("yoy y-o-y mom qoq year-on-year yr annualized annualised y m".split())
SPANS = frozenset("period span interval meantime fiscal weekend week day month year quarter season half decade election cash".split())


def conversion(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "500 metres (1,650 feet)": the same thing in another unit."""
    if (
        known
        and scene.quantity.kind in {"ratio", "fraction", "percent"}
        and scene.lower(scene.before - 1) == "or"
        and scene.lower(scene.after) != "of"
    ):
        last = known[-1]
        if last.sentence == scene.sentence.index and last.text and last.head and scene.quantity.start - (last.end or 0) < _BRACKET_REACH:
            return Counted(last.text, last.head, scene.root, "conversion", before=last)  # "900 flights, or about one in five"
    if known and scene.quantity.kind in {"money", "measure"} and scene.lower(scene.before - 1) == "or" and scene.lower(scene.before - 2) == ",":
        last = known[-1]
        if last.sentence == scene.sentence.index and last.kind == "percent" and last.text and last.head and _is_close(scene, last):
            return Counted(last.text, last.head, scene.root, "conversion", before=last)  # "40 percent of its budget, or 3 million euros"
    labelled = _labelled(scene, known)
    if labelled is not None:
        return labelled
    if not known or scene.lower(scene.before - 1) not in {"(", "or"} and not _in_same_bracket(scene, known[-1]):
        return None
    earlier = known[-1]
    if "/" in (earlier.unit or "") and (earlier.unit or "").endswith(f"/{earlier.head}") and "/" not in (scene.quantity.unit or ""):
        return None  # "27 dollars a share, or 3.5 billion": the whole is of no share
    near = earlier.sentence == scene.sentence.index and earlier.kind == scene.quantity.kind and earlier.end is not None
    if near and scene.quantity.start - (earlier.end or 0) < _BRACKET_REACH and earlier.text and earlier.head:
        return Counted(earlier.text, earlier.head, scene.root, "conversion", before=earlier)
    return None


def _is_close(scene: Scene, last: Known) -> bool:
    return scene.quantity.start - (last.end or 0) < _BRACKET_REACH


def _labelled(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "women (61 percent), nurses (67 percent)": the noun before a bracket that holds a share and nothing else."""
    if scene.quantity.kind != "percent" or scene.lower(scene.before - 1) != "(" or scene.lower(scene.after) != ")" or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    described = noun.tag_ == "VBN" and noun.dep_ == "acl" and noun.i > 0 and nouns.is_noun(noun.nbor(-1))
    noun = noun.nbor(-1) if described else noun  # "the marines surveyed (60 percent)"
    told = bool(known) and known[-1].sentence == scene.sentence.index and known[-1].end is not None
    first = scene.document.text[known[-1].end or 0 : scene.quantity.start] if told else ","
    if not nouns.is_noun(noun) or noun.i in scene.dated or hollow.is_unit(noun) or not re.search(r"[,;)]|\band\b", first):
        return None
    start = phrases.start_of(scene, noun)
    return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), noun, "title", noun, (start, noun.i + 1))


def _in_same_bracket(scene: Scene, earlier: Known) -> bool:
    """ "(about $280 million; €206 million)": the second conversion of one sum."""
    if scene.lower(scene.before - 1) not in {",", ";", "/"} or earlier.end is None:
        return False
    gap = scene.document.text[earlier.end : scene.quantity.start].strip()
    opened = scene.document.text[scene.sentence.start : scene.quantity.start]
    return gap in {",", ";", "/"} and opened.count("(") > opened.count(")")


def is_of_rivals(scene: Scene) -> bool:
    """ "Cole leads, 59 percent to 28 percent": one of two shares that "to" sets against each other, with no word between."""
    text, start, end = scene.document.text, scene.quantity.start, scene.quantity.end
    ahead = text[end : end + 4] == " to " and scene.lower(scene.after) == "to" and scene.after + 1 in scene.numbers
    behind = text[max(start - 4, 0) : start] == " to " and scene.first - 2 in scene.numbers
    verb = scene.root
    for _ in range(4):
        if verb.lemma_ in _LEADING:
            return ahead or behind
        verb = verb.head
    return False


def compared(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "up from $5 billion a year before": the same thing at another time."""
    at = scene.before - 1
    if (
        scene.lower(at) in {",", "-", "–", "—"}
        and scene.lower(scene.after) in {"more", "less", "higher", "lower", "fewer"}
        and scene.lower(scene.after + 1) == "than"
    ):
        return verbal.last_told(scene, known)
    if scene.lower(at) in {"up", "down", "off"} and scene.lower(at - 1) in {",", "(", "-", "–", "—", ""}:
        return _just_named(scene, at - 2) or verbal.last_told(scene, known)
    if scene.lower(at) == "from" and scene.lower(at - 1) in {"up", "down", "higher", "lower"}:
        return verbal.last_told(scene, known)
    for back in range(at, max(at - 5, 0), -1):
        word = scene.lower(back)
        if word == "," or word == "against" and any(nouns.is_noun(token) for token in scene.doc[back + 1 : scene.first]):
            return None
        if word in {"with", "to"} and scene.lower(back - 1) == "compared" or word in {"versus", "vs", "vs.", "against"}:
            if scene.lower(scene.after) == "of" and scene.lower(scene.after + 1) not in _POINTING:
                return None  # "compared with 12 percent of women"
            own_noun = any(nouns.is_noun(token) and token.i not in scene.dated for token in scene.doc[back + 1 : scene.first])
            return None if own_noun and scene.lower(at) == "of" else verbal.last_told(scene, known)
    return None


def _just_named(scene: Scene, at: int) -> Counted | None:
    """ "The deficit with Norvia, up 30 percent": the noun phrase right before, where the sentence gives no number earlier."""
    noun = scene.token(at)
    if noun is None or not nouns.is_noun(noun) or at in scene.dated or any(number < scene.first for number in scene.numbers):
        return None
    for _ in range(3):
        if noun.dep_ != "pobj" or not nouns.is_noun(noun.head.head):
            break
        noun = noun.head.head
    if hollow.is_hollow(noun) or noun.dep_ not in {"nsubj", "nsubjpass", "dobj", "ROOT", "attr", "appos"}:
        return None
    return phrases.around(scene, noun, "title")


def neighbour(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "a 46 % turnout record", "the $2 million memorial", "a 17-day offensive", "a multi-year, $4 billion, regional strategy"."""
    at = scene.after
    if scene.lower(at) == "(" and _in_determined(scene):
        # "a 24-foot (7.3-metre) vessel"
        closing = next((i for i in range(at, min(at + _GLOSS, len(scene.doc))) if scene.lower(i) == ")"), None)
        at = closing + 1 if closing is not None else at
    while scene.lower(at) in {"-", "worth"} or scene.lower(at) == "," and _in_determined(scene):
        at += 1
        if at in scene.numbers and at > scene.last:
            # "her 350 billion dollar, 10-year plan"
            while at in scene.numbers or scene.token(at) is not None and (scene.doc[at].tag_ == "HYPH" or scene.lower(at) in SPANS):
                at += 1
    if at in scene.dated and scene.doc[at].tag_ == "CD" and at + 1 not in scene.dated and _in_determined(scene):
        at += 1  # "its $1.5 billion 2012 appeal"
    token = scene.token(at)
    if token is None or at in scene.dated or token.tag_ in {"VBG", "VBN", "RB"} and not _in_determined(scene):
        return None
    risen = token.lower_ in {"higher", "lower", "greater", "larger", "smaller"}
    if risen and _in_determined(scene) and scene.token(at + 1) is not None and nouns.is_noun(scene.doc[at + 1]):
        return phrases.named(scene, at + 1, "neighbour")
    if token.lower_ in {"more", "less", "higher", "lower", "per", "other", "each", "a", "apiece", "total", "ahead", "annually"}:
        return None
    if "/" in token.text and len(token) < _ABBREVIATED or token.lower_ in _RATES_OF_CHANGE:
        return None  # "9 % yr/yr", "9 % y/y"
    if token.lower_ in {"year", "month", "quarter", "week"} and scene.lower(at + 1) in {"on", "over", "-", "to"}:
        return None
    found = phrases.named(scene, at, "neighbour")
    if found is not None and found.head == scene.quantity.unit and found.head in SPANS | {"hour", "minute"}:
        return None  # "working 35-plus hours a week"
    if found is not None and found.head_token is not None and hollow.is_hollow(found.head_token):
        return None
    if (
        found is not None
        and found.head in phrases.CHANGES
        and " " not in found.text
        and known
        and known[-1].sentence == scene.sentence.index
        and known[-1].text
        and known[-1].head
        and (
            scene.lower(scene.before - 2) in {",", "-", "–", "—", "("}
            or scene.lower(scene.before - 2) in {"following", "after"}
            and found.head not in {"loss", "gain"}
        )
    ):
        # "sales were $2 billion, a 13 % increase": the rise is of what was told just before
        return Counted(known[-1].text, known[-1].head, scene.root, "conversion", before=known[-1])
    return found


def _in_determined(scene: Scene) -> bool:
    """Whether an article stands before the number, so that a noun has to follow it."""
    for at in range(scene.before - 1, max(scene.before - 6, -1), -1):
        tag = scene.doc[at].tag_
        if tag in {"DT", "PRP$", "POS"}:
            return True
        if tag not in {"JJ", "HYPH", ",", "RB", "NN", "``", "''"}:
            return False
    return False


def _agent(scene: Scene, name: Token) -> Token | None:
    """The "by" before a name, however many words the name has."""
    at = name.i
    while at > 0 and (scene.doc[at].text[0].isupper() or scene.lower(at) in {"de", "of", "the", "and", "."}):
        at -= 1
    return scene.doc[at] if scene.lower(at) == "by" else None


def _launched(scene: Scene, by: Token) -> Counted | None:
    """ "the bid launched by Tarn at 1,850 francs": what was launched, never by whom."""
    verb = next((token for token in reversed(scene.doc[max(by.i - 4, 0) : by.i]) if token.tag_ == "VBN"), None)
    if verb is None or verb.dep_ != "acl" or not nouns.is_noun(verb.head) or verb.head.i in scene.dated:
        return None
    return phrases.around(scene, verb.head, "title")


def titled(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "a turnout of 58 %", "turnout: 58 %", "prices below 59 dollars"."""
    before = scene.token(scene.before - 1)
    if before is None or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    if before.lower_ == "at" and noun.tag_ == "NNP" and (by := _agent(scene, noun)) is not None:
        return _launched(scene, by)
    if before.lower_ in {"worth", "at", "totaling", "totalling"} and noun.text == "," and scene.before > 2:
        noun = scene.doc[scene.before - 3]
    if before.lower_ == "at" and noun.tag_ == "VBN" and scene.before > 2 and nouns.is_noun(scene.doc[scene.before - 3]):
        noun = scene.doc[scene.before - 3]  # "with losses set at 3 billion"
    if before.lower_ == "to" and noun.lower_ in {"up", "down"} and scene.before > 3:
        # visibility "down to 1,000 metres"
        back = scene.before - 3
        back -= scene.doc[back].is_quote
        noun = scene.doc[back]
        if nouns.is_noun(noun) and not hollow.is_hollow(noun) and noun.i not in scene.dated:
            start = phrases.start_of(scene, noun)
            return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), noun, "title", noun, (start, noun.i + 1))
        return None
    if noun.i in scene.numbers or hollow.is_unit(noun) and noun.i - 1 in scene.numbers:
        return verbal.last_told(scene, known) if before.lower_ == "at" else None  # "up 30 percent at 162 million dollars"
    if before.lower_ in {"of", ":", "at", "worth", "totaling", "totalling"} and nouns.is_noun(noun) and noun.i not in scene.dated:
        if hollow.is_hollow(noun) and not (noun.lower_ == "range" and scene.quantity.kind == "measure"):
            return None
        upper = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        if before.lower_ == "worth" and upper != noun and nouns.is_noun(upper) and upper.i not in scene.numbers and not hollow.is_hollow(upper):
            return phrases.around(scene, upper, "title")  # "the combined economies of the countries worth 3 trillion"
        start = phrases.start_of(scene, noun)
        text = scene.text(start, noun.i + 1)
        head = nouns.singular(noun.text)
        if head in phrases.CHANGES and not any(child.dep_ == "compound" for child in noun.children):
            return None  # of "a rise of 3 percent" what rose has to be found; "weight loss" says it
        return Counted(text, head, noun, "title", noun, (start, noun.i + 1))
    return None
