"""What money pays for, what a percentage is a share of, what a measure measures.

The thing stands after the number ("5 % of voters", "$3 million in aid"), as its neighbour ("a 46 % turnout record"),
before it ("turnout of 58 %") or as the subject of the verb that the number completes ("prices rose 2 %").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import clauses, nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONEY_FOR = frozenset({"in", "for", "of", "worth", "on"})
_SHARE_OF = frozenset({"of", "in"})
_MEASURE_OF = frozenset({"of", "in"})
_CHANGES = frozenset(
    "increase rise drop fall decline decrease reduction cut jump gain loss surge growth hike slump plunge hit dip boost spike "
    "contraction expansion slide advance upturn downturn change chance probability".split()
)
# nouns after which the sum's purpose still has to be found ("$5 million deal" is the deal, "$5 million a year" is not a year)
_DISTANCES = {"away": "distance", "deep": "depth", "underground": "depth", "high": "height", "tall": "height", "wide": "width",
              "long": "length", "thick": "thickness", "below": "depth", "above": "height"}  # fmt: skip
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern southern "
    "eastern western north-northeast upstream downstream inland offshore off from outside".split()
)
_PAYING = frozenset("spend pay allocate invest earmark provide set give use contribute donate pledge commit put pump pour need cost raise".split())
_EARNING = frozenset("earn post report have be total rise fall reach lose gain amount increase decrease grow drop climb decline become record".split())
_BRACKET_REACH = 60
_HOLDINGS = frozenset({"stake", "interest", "share", "holding", "position"})
_COPULAS = frozenset({"be", "become", "remain", "stay"})


def find(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What is paid for, shared or measured; None where the sentence doesn't say."""
    kind = scene.quantity.kind
    same = _conversion(scene, known) or _compared(scene, known)
    if same is not None:
        return same
    if kind in {"measure", "duration"}:
        return _distance(scene) or _within_unit(scene) or _neighbour(scene, known) or _after(scene, _MEASURE_OF, known) or _title(scene) or _by_verb(scene, known) or _last(scene, known)
    prepositions = _MONEY_FOR if kind == "money" else _SHARE_OF
    return (
        _respondents(scene, known)
        or _neighbour(scene, known)
        or _after(scene, prepositions, known)
        or _title(scene)
        or _by_verb(scene, known)
        or _last(scene, known)
    )


def _within_unit(scene: Scene) -> Counted | None:
    """ "2 million barrels of crude oil per day": the thing stands inside the rate's words."""
    for at in range(scene.last + 1, scene.after):
        if scene.lower(at) == "of":
            return _named(scene, nouns.skip_determiners(scene.doc, at + 1), "after")
    return None


def _conversion(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "500 metres (1,650 feet)": the same thing in another unit."""
    if scene.lower(scene.before - 1) not in {"(", "or"} or not known:
        return None
    earlier = known[-1]
    near = earlier.sentence == scene.sentence.index and earlier.kind == scene.quantity.kind and earlier.end is not None
    if near and scene.quantity.start - (earlier.end or 0) < _BRACKET_REACH and earlier.text and earlier.head:
        return Counted(earlier.text, earlier.head, scene.root, "conversion", before=earlier)
    return None


def _compared(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "up from $5 billion a year before": the same thing at another time."""
    at = scene.before - 1
    if scene.lower(at) in {"up", "down", "off"} and scene.lower(at - 1) in {",", "(", "-", "–", "—", ""}:
        return _last(scene, known)
    if scene.lower(at) == "from" and scene.lower(at - 1) in {"up", "down", "higher", "lower"}:
        return _last(scene, known)
    for back in range(at, max(at - 5, 0), -1):
        if scene.lower(back) in {"with", "to"} and scene.lower(back - 1) == "compared" or scene.lower(back) in {"versus", "vs", "vs."}:
            own_noun = any(nouns.is_noun(token) and token.i not in scene.dated for token in scene.doc[back + 1 : scene.first])
            return None if own_noun and scene.lower(at) == "of" else _last(scene, known)
    return None


def _respondents(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "34 % strongly agree": those who do, or the people that the percentage before was a share of."""
    if scene.quantity.kind not in {"percent", "fraction"}:
        return None
    at = scene.after
    while scene.token(at) is not None and scene.doc[at].tag_ == "RB":
        at += 1
    verb = scene.token(at)
    if verb is None or verb.tag_ not in {"VBP", "VBD", "VB"} or verb.lemma_ in _COPULAS | {"have"} or scene.root.dep_ in {"pobj", "dobj"}:
        return None
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > 2:
            break
        if earlier.kind == scene.quantity.kind and earlier.is_person and earlier.text and earlier.head:
            return Counted(earlier.text, earlier.head, scene.root, "respondents", before=earlier)
    end = at + 1
    while end < len(scene.doc) and end < at + 7 and scene.doc[end].tag_ not in {",", ".", ":", "CC", "IN"}:
        end += 1
    return Counted(f"those who {scene.text(scene.after, end)}", "person", scene.root, "respondents")


def _named(scene: Scene, start: int, how: str, anchor: Token | None = None) -> Counted | None:
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start > start + 2:
        return None
    head = scene.doc[phrase.head]
    if nouns.singular(head.text) in _CHANGES and scene.lower(phrase.end) in {"in", "of"}:
        inner_start = nouns.skip_determiners(scene.doc, phrase.end + 1)
        while inner_start in scene.dated or scene.lower(inner_start) in {"-", "'s", "’s"}:
            inner_start += 1
        inner = _named(scene, inner_start, how, anchor or head)
        if inner is not None:
            return inner
    held = frozenset({"in"}) if nouns.singular(head.text) in _HOLDINGS else frozenset()
    end = nouns.extended(scene.doc, phrase, scene.dated, frozenset({"of", "for"}) | held)
    return Counted(scene.text(phrase.start, end), nouns.singular(head.text), anchor or head, how, head, (phrase.start, end))


def _neighbour(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "a 46 % turnout record", "the $2 million memorial", "a 17-day offensive", "a multi-year, $4 billion, regional strategy"."""
    at = scene.after
    while scene.lower(at) in {"-", "worth"} or scene.lower(at) == "," and _in_determined(scene):
        at += 1
    token = scene.token(at)
    if token is None or at in scene.dated or token.tag_ in {"VBG", "VBN", "RB"} and not _in_determined(scene):
        return None
    if token.lower_ in {"more", "less", "higher", "lower", "per", "other", "each", "a", "apiece", "total", "ahead", "annually"}:
        return None
    found = _named(scene, at, "neighbour")
    if found is not None and found.head in _CHANGES and known and known[-1].sentence == scene.sentence.index and known[-1].text and known[-1].head:
        # "sales were $2 billion, a 13 % increase": the rise is of what was told just before
        return Counted(known[-1].text, known[-1].head, scene.root, "conversion", before=known[-1])
    return found


def _in_determined(scene: Scene) -> bool:
    """Whether an article stands before the number, so that a noun has to follow it."""
    for at in range(scene.before - 1, max(scene.before - 6, -1), -1):
        tag = scene.doc[at].tag_
        if tag in {"DT", "PRP$", "POS"}:
            return True
        if tag not in {"JJ", "HYPH", ",", "RB", "NN"}:
            return False
    return False


def _after(scene: Scene, prepositions: frozenset[str], known: Sequence[Known]) -> Counted | None:
    """ "of voters", "in additional assistance", "for new roads", "to repair roads"."""
    at = scene.after
    if scene.lower(at) == "(":
        at = next((i + 1 for i in range(at, min(at + 12, len(scene.doc))) if scene.lower(i) == ")"), at)
    if scene.lower(at) in {"more", "worth", "total"}:
        at += 1
    word = scene.lower(at)
    if word == "of" and scene.lower(at + 1) in {"them", "these", "those", "which", "whom", "it"} and not _goes_on(scene, at + 2):
        return _last(scene, known)
    if word in prepositions:
        start = nouns.skip_determiners(scene.doc, at + 1)
        if start in scene.dated:
            return None
        found = _gerund(scene, start) or (_named(scene, start, "after", scene.root) if scene.quantity.kind == "money" else _named(scene, start, "after"))
        if found is not None and not (word == "in" and scene.doc[start].tag_ == "NNP" and scene.quantity.kind != "money"):
            return found
    if word == "to" and scene.quantity.kind == "money":
        return _gerund(scene, at + 1)
    return None


def _goes_on(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    return token is not None and nouns.is_noun(token) and at not in scene.dated


def _gerund(scene: Scene, at: int) -> Counted | None:
    """ "to repair roads", "on holding elections": the verb with its object."""
    token = scene.token(at)
    if token is None or token.tag_ not in {"VB", "VBG"} or token.lemma_ in _COPULAS:
        return None
    start = nouns.skip_determiners(scene.doc, at + 1)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return Counted(token.text, token.lemma_, scene.root, "purpose", token, (at, at + 1))
    head = scene.doc[phrase.head]
    return Counted(scene.text(phrase.start, phrase.end), nouns.singular(head.text), scene.root, "purpose", head, (phrase.start, phrase.end))


def _distance(scene: Scene) -> Counted | None:
    """ "40 km south of the city", "700 metres away from the entrance", "1,030 metres underground"."""
    if scene.quantity.kind != "measure":
        return None
    at = scene.after
    if scene.lower(at) == "(":
        while at < len(scene.doc) and scene.lower(at) != ")":
            at += 1
        at += 1
    if scene.lower(at) == ")":
        at += 1
    if scene.lower(at) == "to":
        at += 2
    word = scene.lower(at)
    if word in _COMPASS or word in _DISTANCES:
        what = _DISTANCES.get(word, "distance")
        return Counted(what, what, scene.root, "distance")
    return None


def _title(scene: Scene) -> Counted | None:
    """ "a turnout of 58 %", "turnout: 58 %", "prices below 59 dollars"."""
    before = scene.token(scene.before - 1)
    if before is None or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    if before.lower_ in {"of", ":", "at"} and nouns.is_noun(noun) and noun.i not in scene.dated:
        start = _start_of(scene, noun)
        text = scene.text(start, noun.i + 1)
        head = nouns.singular(noun.text)
        if head in _CHANGES:
            return None
        return Counted(text, head, noun, "title", noun, (start, noun.i + 1))
    return None


def _start_of(scene: Scene, noun: Token) -> int:
    start = noun.i
    doc = scene.doc
    closed = scene.dated | scene.numbers
    while start > 0 and start - 1 not in closed and (
        nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "JJR", "JJS", "VBN", "HYPH", "POS"}
    ):
        start -= 1
    if doc[start].tag_ == "HYPH":
        # "after-tax impact": the word before the hyphen belongs to the phrase, unless it is the number itself
        start += -1 if start > 0 and start - 1 not in closed else 1
    return start


def _by_verb(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """The subject of the verb that the number completes; of a verb of spending the object or purpose."""
    token = scene.root
    for _ in range(6):
        head = token.head
        if head is token:
            return None
        if nouns.is_noun(head) and head.i < scene.first and token.dep_ in {"prep", "acl", "appos", "nummod", "npadvmod", "relcl"} and (
            head.dep_ != "npadvmod" and head.i not in scene.dated and nouns.singular(head.text) not in _CHANGES
        ):
            return _subtree(scene, head, "noun before")
        if clauses.is_verb(head):
            found = _of_verb(scene, head, token, known)
            if found is not None:
                return found
            if head.lemma_ in clauses.SAYING:
                return None
        token = head
    return None


def _of_verb(scene: Scene, verb: Token, below: Token, known: Sequence[Known]) -> Counted | None:
    if scene.quantity.kind == "money":
        found = _purpose(scene, verb)
        if found is not None:
            return found
    if below.dep_ not in {"nsubj", "nsubjpass", "dobj"} or verb.lemma_ in _COPULAS:
        for child in verb.children:
            if child.dep_ == "dobj" and _is_other(scene, child, below):
                return _subtree(scene, child, "object")
    for child in (*verb.children, *_inherited(verb)):
        if child.dep_ in {"nsubj", "nsubjpass"} and child.i != below.i:
            if child.tag_ in {"PRP", "DT", "WDT"} and child.lower_ in {"it", "this", "that", "they", "which"}:
                return _pointed_at(scene, child, known)
            if _is_other(scene, child, below):
                return _subtree(scene, child, "subject")
    return None


def _purpose(scene: Scene, verb: Token) -> Counted | None:
    """ "will be spent on roads", "allocated in disaster relief", "spent $3 million holding elections"."""
    paying = verb.lemma_ in _PAYING
    for child in verb.children:
        if child.i <= scene.last:
            continue
        if child.dep_ == "prep" and (child.lower_ in {"on", "for"} and verb.lemma_ not in _EARNING or paying and child.lower_ in {"in", "into", "toward", "towards"}):
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"} and inner.i not in scene.dated and inner.i not in scene.numbers:
                    return _subtree(scene, inner, "purpose") if nouns.is_noun(inner) else _gerund(scene, inner.i)
        if paying and child.dep_ in {"xcomp", "advcl"} and child.tag_ in {"VB", "VBG"}:
            return _gerund(scene, child.i)
    return None


def _is_other(scene: Scene, child: Token, below: Token) -> bool:
    """Whether the child is a noun apart from the number and no date."""
    inside = scene.first <= child.i <= max(scene.last, scene.after - 1)
    return child.i != below.i and nouns.is_noun(child) and not inside and child.i not in scene.dated


def _inherited(verb: Token) -> list[Token]:
    """The subject of the verb that this one is joined to ("is growing and has cost $6 million")."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return []
    for _ in range(3):
        if verb.dep_ not in {"conj", "xcomp", "advcl"}:
            return []
        verb = verb.head
        found = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
        if found:
            return found
    return []


def _pointed_at(scene: Scene, pronoun: Token, known: Sequence[Known]) -> Counted | None:
    """ "It was about 41 %": what the last number of the kind was of, else the subject of the sentence before."""
    if pronoun.tag_ == "WDT" and nouns.is_noun(pronoun.head.head) and pronoun.head.dep_ == "relcl":
        return _subtree(scene, pronoun.head.head, "subject")
    last = _last(scene, known)
    if last is not None and last.before is not None and last.before.sentence == scene.sentence.index - 1:
        return last
    if scene.sentence.index > 0:
        earlier = scene.document.doc(scene.sentence.index - 1)
        for token in earlier:
            if token.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(token):
                start = token.i
                while start > 0 and (nouns.is_noun(earlier[start - 1]) or earlier[start - 1].tag_ == "JJ"):
                    start -= 1
                return Counted(earlier[start : token.i + 1].text, nouns.singular(token.text), scene.root, "pronoun")
    return last


def _subtree(scene: Scene, head: Token, how: str) -> Counted | None:
    """The plain noun phrase around a head, with a following "of" complement."""
    start = _start_of(scene, head)
    end = nouns.extended(scene.doc, nouns.Phrase(start, head.i, head.i + 1), scene.dated, frozenset({"of", "for", "in"}))
    if start <= scene.first < end:
        end = head.i + 1
    return Counted(scene.text(start, end), nouns.singular(head.text), head, how, head, (start, end))


def _last(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What the nearest earlier number was of, if near enough."""
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > 1:
            return None
        if earlier.is_claim and earlier.text and earlier.head and (earlier.kind == scene.quantity.kind or scene.quantity.kind in {"percent", "fraction"}):
            return Counted(earlier.text, earlier.head, scene.root, "understood", before=earlier)
    return None
