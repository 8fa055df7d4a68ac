"""The thing that a number is of, where a verb joins the two: the verb's subject, its object, or what the money goes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.attribution import bodies
from transforms.claims import clauses, hollow, kinds, nouns, phrases
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAYING = frozenset("spend pay allocate invest earmark provide set give use contribute donate pledge commit put pump pour need cost raise".split())
_EARNING = frozenset(
    "earn post report have be total rise fall reach lose gain amount increase decrease grow drop climb decline become record".split()
)
_GAINING = frozenset("earn make lose receive get win gain own owe have save cost take inherit draw".split())
# who gives money is not what it is for, nor is who wants it
_GIVING = frozenset(
    "pay inject give offer promise award lend grant donate contribute hand owe wire transfer fine fin pledge refund reimburse bribe".split()
)
_WISHING = frozenset("want seek ask demand need request require appeal plead".split())
_KEEPING = frozenset({"save", "owe", "borrow", "lend"})
_FORESEEING = frozenset("expect forecast predict project anticipate foresee see estimate target plan".split())
# their subject only speaks
_VOICES = clauses.SAYING - {"report", "put", "record", "declare", "show", "see", "write", "find", "determine", "calculate"} | {
    "inform", "expect", "forecast", "predict", "project", "talk", "speak", "reckon", "ask", "promise", "urge", "order",
}  # fmt: skip
_NO_LISTENERS = frozenset("tell inform ask warn assure remind notify urge".split())
# "finished the week at 14,000": when, not what
_PASSING = frozenset("day week month year quarter session season morning afternoon evening night weekend time".split())
_FIGURES = frozenset({"figure", "number", "amount", "total", "level", "rate"})
_SPENDING = frozenset({"spend", "pay", "invest", "allocate", "earmark", "contribute", "donate", "pledge"})
_HOLDERS_OWN = frozenset({"raise", "borrow", "receive", "owe", "save", "lend", "collect"})
# where shares are traded: "closed at 31.20 dollars on the Orlo exchange"
BOURSES = frozenset({"exchange", "bourse", "nasdaq", "nyse"})
_LOSING = frozenset({"lose", "earn", "raise", "borrow", "spend", "save", "owe", "pay", "receive"})
_SETTING = frozenset("raise cut lower hold keep leave lift hike increase reduce set slash bring push drive get".split())
_PUTTING = frozenset({"put", "place", "peg", "set", "estimate"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "charge", "blame"})
_RACING = frozenset("beat edge lead trail defeat face challenge top outpoll best follow".split())


def by_verb(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """The subject of the verb that the number completes; of a verb of spending the object or purpose."""
    token, change = scene.root, None
    if scene.quantity.kind == "money":
        given = next((c for c in token.children if c.dep_ == "relcl" and c.lemma_ in _GIVING), None)
        if given is not None:
            return _given(scene, given, token)
    for _ in range(8):
        head = token.head
        if head == token:
            break
        if (
            nouns.is_noun(head)
            and head.i < scene.first
            and token.dep_ in {"prep", "acl", "appos", "nummod", "npadvmod", "relcl"}
            and head.dep_ != "npadvmod"
            and not _only_frames(scene, head)
            and not (head.dep_ == "pobj" and head.head.dep_ == "agent" and head.tag_ in {"NNP", "NNPS"})
            and head.i not in scene.dated
            and not hollow.is_hollow(head)
        ):
            if nouns.singular(head.text) not in phrases.CHANGES:
                return phrases.around(scene, head, "noun before")
            change = head
        if clauses.is_verb(head):
            if change is not None and head.lemma_ in _FORESEEING:
                return phrases.around(scene, change, "noun before")
            if scene.quantity.kind == "money" and token.dep_ in {"dobj", "dative", "nsubjpass", "npadvmod", "ccomp", "prep"}:
                if head.lemma_ in _GIVING:
                    return _given(scene, head, token)
                if head.lemma_ in _WISHING:
                    return _wished(scene, head)
            found = _of_verb(scene, head, token, known)
            if found is not None:
                return found
            spender = scene.quantity.kind == "money" and head.lemma_ in _SPENDING and any(child.dep_ == "nsubj" for child in head.children)
            if head.lemma_ in clauses.SAYING or spender:
                break
        token = head
    return phrases.around(scene, change, "noun before") if change is not None else None


def _only_frames(scene: Scene, noun: Token) -> bool:
    """ "are in Osk (about $2 million)" and "according to the Post, $2 million": the name says where, or who says so."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ == "to" and scene.lower(preposition.i - 1) == "according":
        return True
    opened = next((at for at in range(scene.before - 1, max(scene.before - 3, -1), -1) if scene.lower(at) == "("), None)
    return opened is not None and noun.tag_ == "NNP" and noun.dep_ == "pobj" and preposition.lower_ == "in"


def _given(scene: Scene, verb: Token, below: Token) -> Counted | None:
    """ "pay $300 to each family", "fined the firm $3 million": the purpose or the receiver, never the giver."""
    if verb.lemma_ in {"fine", "fin"} and any(verb.i < at < scene.first for at in scene.numbers):
        return Counted("fine", "fine", scene.root, "understood")  # "fined one group 3 million and another 2 million"
    found = _purpose(scene, verb)
    if found is not None and verb.lemma_ in {"fine", "fin"}:
        return Counted("fine", "fine", scene.root, "understood")  # "fined $3 million for failing to stop", "for 13 breaches"
    if found is not None:
        return found
    for child in verb.children:
        if child.dep_ == "nsubjpass" and child.tag_ == "WP" and verb.dep_ == "relcl" and nouns.is_noun(verb.head):
            return phrases.around(scene, verb.head, "receiver")
        if child.dep_ in {"dobj", "dative", "iobj", "nsubjpass"} and _is_other(scene, child, below):
            return phrases.around(scene, child, "receiver")
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to":
            for inner in child.children:
                if inner.dep_ == "pobj" and _is_other(scene, inner, below):
                    return phrases.around(scene, inner, "receiver")
    return None


def _wished(scene: Scene, verb: Token) -> Counted | None:
    """ "wants $3 million to rebuild the port": what it is wanted for, never who wants it."""
    found = _purpose(scene, verb)
    if found is not None:
        return found
    end = next((t.i for t in scene.doc[scene.after :] if t.text in {".", ";", ":"}), len(scene.doc))
    for token in scene.doc[scene.after : min(end, scene.after + 12)]:
        if token.tag_ == "VB" and token.i and token.nbor(-1).lower_ == "to":
            found = phrases.object_of(scene, token.i)
            if found is not None:
                return found
    for child in (*verb.children, *_inherited(verb)):
        # "the project needs 3 million": a thing, not a person or a body, that needs it
        noun = child.head.head if child.tag_ == "WDT" and child.head.dep_ == "relcl" else child
        if child.dep_ in {"nsubj", "nsubjpass"} and noun.tag_ in {"NN", "NNS"} and not hollow.is_hollow(noun) and verb.lemma_ in {"need", "require"}:
            word = nouns.singular(noun.text)
            if kinds.of_noun(word, noun) not in kinds.PERSONS and word not in tables.words("organisation_words", "word"):
                return phrases.around(scene, noun, "subject")
    return None


def _is_met(scene: Scene, verb: Token) -> bool:
    """Whether the verb's object is only a listener, or a rival in a race."""
    return verb.lemma_ in _NO_LISTENERS or scene.quantity.kind in {"percent", "points"} and verb.lemma_ in _RACING


def _described(scene: Scene, verb: Token) -> Token | None:
    """ "the shares, originally issued at 25 dollars each": the noun before a participle that is set off by a comma."""
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in verb.children):
        return None
    at = verb.i - 1
    while at > 0 and scene.doc[at].tag_ == "RB":
        at -= 1
    noun = scene.token(at - 1)
    if scene.lower(at) != "," or noun is None or not nouns.is_noun(noun) or at - 1 in scene.dated or hollow.is_hollow(noun):
        return None
    return noun if verb.dep_ in {"acl", "advcl", "conj", "dep"} else None


def _of_verb(scene: Scene, verb: Token, below: Token, known: Sequence[Known]) -> Counted | None:
    described = _described(scene, verb)
    if described is not None and below.dep_ == "prep":
        return phrases.around(scene, described, "subject")
    if scene.quantity.kind == "money":
        found = _purpose(scene, verb)
        if found is not None:
            return found
    if below.dep_ not in {"nsubj", "nsubjpass", "dobj"} or verb.lemma_ in phrases.COPULAS:
        for child in verb.children:
            if child.dep_ == "dobj" and not _is_met(scene, verb):
                counted = _of_statistic(scene, child, below)
                if child.lower_ in {"rate", "rates"} and counted is None and verb.lemma_ in _SETTING and child.i < scene.first:
                    return phrases.around(scene, child, "object")  # "the bank raised its rate to 4.5 percent"
                if counted is None and child.lower_ in _FIGURES and child.i < scene.first and (last := last_told(scene, known)) is not None:
                    return last  # "expects to raise that figure to 800,000"
                if counted is not None or _is_other(scene, child, below):
                    return phrases.around(scene, counted or child, "object")
    pronoun = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ in {"it", "this", "that"}), None)
    if pronoun is not None and verb.lemma_ in _PUTTING and below.dep_ == "prep":
        return _pointed_at(scene, pronoun, known)  # "A spokesman put it at 8 million": not the spokesman
    if verb.lemma_ in _ACCUSING and below.dep_ in {"prep", "pcomp"}:
        return None  # "Prosecutors accuse him of taking $3 million"
    if verb.lemma_ in _VOICES and not any(child.dep_ == "nsubjpass" for child in verb.children):
        return None  # of "the damage is estimated at 3 million" the subject doesn't speak
    for child in (*verb.children, *_inherited(verb)):
        if child.dep_ in {"nsubj", "nsubjpass"} and child.i != below.i:
            if scene.quantity.kind == "money" and below.dep_ == "dobj" and verb.lemma_ in _SPENDING and child.tag_ in {"NNP", "NNPS"}:
                return None  # "while Brandt has spent 4 million": on what, the text has said before
            if scene.quantity.kind == "money" and below.dep_ == "dobj" and verb.lemma_ in _KEEPING and _is_holder(child):
                return None  # "The firm will save 3 million": savings
            if scene.quantity.kind == "money" and below.dep_ == "dobj" and child.tag_ == "NN" and _is_holder(child) and verb.lemma_ not in _EARNING:
                return None  # "The company spent 3 million": on what, it does not say
            if (
                scene.quantity.kind == "money"
                and below.dep_ == "dobj"
                and verb.lemma_ not in _GAINING
                and kinds.of_noun(nouns.singular(child.text)) in kinds.PERSONS
            ):
                return None
            counted = _of_statistic(scene, child, below)
            if counted is not None:
                return phrases.around(scene, counted, "subject")
            if scene.quantity.kind == "money" and below.dep_ == "dobj" and _is_pronoun_of_holder(child, verb):
                return None  # "The ministry said it would spend 3 million", "the bank, which lost 3 million": not what for
            if child.tag_ in {"PRP", "DT", "WDT"} and child.lower_ in {"it", "this", "that", "they", "which"}:
                return _pointed_at(scene, child, known)
            if _is_other(scene, child, below):
                return phrases.around(scene, child, "subject")
    return None


def _is_pronoun_of_holder(pronoun: Token, verb: Token) -> bool:
    if pronoun.tag_ == "WDT":
        return verb.dep_ == "relcl" and verb.lemma_ in _LOSING and _is_holder(verb.head)
    return pronoun.tag_ == "PRP" and verb.lemma_ in _SPENDING | _HOLDERS_OWN


def _is_holder(noun: Token) -> bool:
    word = nouns.singular(noun.lower_)
    return noun.tag_ in {"NNP", "NNPS"} or word in bodies.BUSINESSES or word in tables.words("organisation_words", "word")


def _purpose(scene: Scene, verb: Token) -> Counted | None:
    """ "will be spent on roads", "allocated in disaster relief", "spent $3 million holding elections"."""
    paying = verb.lemma_ in _PAYING
    for child in verb.children:
        if child.i <= scene.last:
            continue
        if child.dep_ == "prep" and (
            child.lower_ in {"on", "for"} and verb.lemma_ not in _EARNING or paying and child.lower_ in {"in", "into", "toward", "towards"}
        ):
            for inner in child.children:
                if (
                    inner.dep_ in {"pobj", "pcomp"}
                    and inner.i not in scene.dated | scene.numbers
                    and inner.lower_ not in _PASSING
                    and not (child.lower_ == "on" and nouns.singular(inner.text) in BOURSES)
                    and not (child.lower_ in {"in", "into"} and inner.tag_ == "NNP")
                ):
                    return phrases.around(scene, inner, "purpose") if nouns.is_noun(inner) else phrases.object_of(scene, inner.i)
        if paying and child.dep_ in {"xcomp", "advcl"} and child.tag_ in {"VB", "VBG"}:
            return phrases.object_of(scene, child.i)
    return None


def _of_statistic(scene: Scene, noun: Token, below: Token) -> Token | None:
    """ "the number of visitors rose": of a statistic what it is of."""
    if not hollow.is_hollow(noun) or noun.i == below.i:
        return None
    for child in noun.children:
        if child.lower_ in {"of", "for", "in"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and _is_other(scene, inner, below):
                    return inner
    return None


def _counts(scene: Scene, noun: Token) -> bool:
    """Whether the noun is itself a numeral ("a quarter"); "one euro" as a subject is the currency."""
    return noun.i in scene.numbers and not hollow.is_unit(noun)


def _is_other(scene: Scene, child: Token, below: Token) -> bool:
    """Whether the child is a noun apart from the number, no date and not the dateline's town."""
    if child.i < 4 and child.is_upper and len(child) > 3 and any(t.text in {"_", "--", "-", "–", "—"} for t in scene.doc[child.i + 1 : child.i + 9]):
        return False
    inside = scene.first <= child.i <= max(scene.last, scene.after - 1)
    if child.lower_ in _PASSING or child.lower_ in {"place", "part", "effect"} and child.head.lemma_ == "take":
        return False
    return (
        child.i != below.i
        and nouns.is_noun(child)
        and not inside
        and child.i not in scene.dated
        and not _counts(scene, child)
        and not hollow.is_hollow(child)
    )


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
    if pronoun.tag_ == "WDT" and pronoun.head.dep_ == "relcl" and pronoun.head.head.i in scene.dated:
        # "imposed sanctions at the weekend that could cost 1 billion": never the time
        verb = clauses.verb_above(pronoun.head.head)
        done = next((child for child in verb.children if child.dep_ == "dobj" and nouns.is_noun(child)), None) if verb is not None else None
        return phrases.around(scene, done, "subject") if done is not None else None
    if pronoun.tag_ == "WDT" and nouns.is_noun(pronoun.head.head) and pronoun.head.dep_ == "relcl":
        return phrases.around(scene, pronoun.head.head, "subject")
    if pronoun.lower_ == "they":
        here = next((token for token in reversed(scene.doc[: pronoun.i]) if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ != "AUX"), None)
        if here is not None and here.tag_ == "NNS" and not hollow.is_hollow(here) and kinds.of_noun(nouns.singular(here.text)) not in kinds.PERSONS:
            return phrases.around(scene, here, "pronoun")  # "New loans continue to slow; they were 6 million"
    last = last_told(scene, known)
    if last is not None and last.before is not None and last.before.sentence >= scene.sentence.index - 1:
        return last
    if scene.sentence.index > 0:
        earlier = scene.document.doc(scene.sentence.index - 1)
        for token in earlier:
            if token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in clauses.SAYING and not hollow.is_hollow(token):
                continue  # "The opposition said so. It has fallen by a third": not who spoke
            if token.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(token):
                start = token.i
                while start > 0 and (nouns.is_noun(earlier[start - 1]) or earlier[start - 1].tag_ == "JJ"):
                    start -= 1
                return Counted(earlier[start : token.i + 1].text, nouns.singular(token.text), scene.root, "pronoun")
    return last


def last_told(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What the nearest earlier number was of, if near enough."""
    points = nouns.singular(scene.lower(scene.after)) in hollow.POINTS
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > 1:
            return None
        if earlier.kind == "points" and earlier.head == "lead" and not points and scene.quantity.kind == "percent":
            continue  # "up 9 points at 49 percent to 40": the lead is no share
        if (
            earlier.is_claim
            and earlier.text
            and earlier.head
            and (earlier.kind == scene.quantity.kind or scene.quantity.kind in {"percent", "fraction"} or earlier.kind == "percent" and points)
        ):
            return Counted(earlier.text, earlier.head, scene.root, "understood", before=earlier)
    return None
