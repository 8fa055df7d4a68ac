"""Counts whose noun stands before them as a title: "the death toll rose to 41", "casualties: 300", "the number of X is 12"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims import clauses, hollow, kinds, nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTERS = frozenset({"backlog", "caseload", "number", "total", "count", "tally", "figure", "tolls", "toll", "amount", "sum", "strength", "size"})
_OF_WHAT = frozenset(
    {
        "population",
        "membership",
        "workforce",
        "enrollment",
        "enrolment",
        "attendance",
        "turnout",
        "audience",
        "crowd",
        "readership",
        "force",
        "army",
        "crew",
        "team",
        "group",
        "gang",
        "contingent",
        "garrison",
        "staff",
        "mob",
        "band",
        "caravan",
        "convoy",
        "column",
        "delegation",
        "procession",
        "congregation",
        "platoon",
        "squad",
        "brigade",
        "battalion",
        "mission",
        "class",
    }
)
_HARMED = frozenset({"dead", "killed", "injured", "wounded", "missing", "arrested", "detained", "hurt", "homeless", "displaced", "hospitalized"})
_BY_STATE = frozenset({"unemployed", "jobless", "poor", "infected", "uninsured", "disabled", "sick"})
# what is listed by name under a heading
BALLOTED = re.compile(r"\b(superdelegates|delegates|votes|seats|electors|medals|points|goals|senators|states)\b", re.IGNORECASE)
_CASUALTIES = re.compile(r"\bcasualt(?:y|ies)\b", re.IGNORECASE)
_HEADING_REACH = 700


# what has people when a bare number follows "of"
_PEOPLED = frozenset("town city village hamlet island nation country community municipality suburb settlement county district region".split())
CHANGING = frozenset(
    "rise fall jump drop climb increase decrease decline grow shrink soar surge plunge double triple go swell dwindle slip slide edge "
    "reach hit top exceed pass stand number total".split()
)
_PERSON_OR = {"crew": "crew", "employment": "job", "payroll": "job", "circulation": "copy"}
# what rises or falls to a count of people, jobs or copies without naming them
_LEVELS = frozenset("employment payroll unemployment joblessness ridership circulation viewership headcount".split())
_MOVES = frozenset({"change", "rise", "increase", "drop", "fall", "decline", "decrease", "gain", "growth", "jump", "loss"})
_LOST = frozenset({"loss", "gain", "rise", "increase", "drop", "fall", "decrease", "decline", "reduction", "lead", "majority", "total"})


def collective(scene: Scene) -> Counted | None:
    """ "a crew of three, two Norvians": the collective before "of" goes before a noun that follows in the list."""
    if scene.lower(scene.before - 1) != "of" or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    if not nouns.is_noun(noun) or nouns.singular(noun.text) not in _OF_WHAT | _PEOPLED:
        return None
    return _read(scene, noun)


def find(scene: Scene) -> Counted | None:
    """What the title before the number counts; None where there is none."""
    labelled = _label(scene) or _behind(scene)
    if labelled is not None:
        return labelled
    title = _title(scene)
    if title is None:
        return None
    return _read(scene, title)


def _label(scene: Scene) -> Counted | None:
    """ "Dead: 12"; and "Brandt: 410", which counts what the text before speaks of."""
    if scene.lower(scene.before - 1) not in {":", "-", "–", "—"} or scene.before < 2:
        return None
    label = scene.doc[scene.before - 2]
    if label.lower_ in _HARMED:
        return Counted("people", "person", scene.root, "label", label)
    named = label.tag_ in {"NNP", "NNPS"} or re.search(rf"\b[A-Z][a-z]+ {re.escape(label.text)}\b", scene.document.text) is not None
    if not named or scene.before > 6 or countries.nation(label.text) is not None:
        return None
    before = scene.document.text[max(0, scene.sentence.start - _HEADING_REACH) : scene.sentence.start]
    found = BALLOTED.findall(before)
    if not found:
        return None
    word = found[-1].lower()
    return Counted(word, nouns.singular(word), scene.root, "heading")


def _behind(scene: Scene) -> Counted | None:
    """ "brought to nine the number of people in custody": the title behind the number."""
    noun = scene.token(scene.after + 1)
    if scene.lower(scene.before - 1) != "to" or scene.lower(scene.after) != "the" or noun is None or nouns.singular(noun.text) not in _COUNTERS:
        return None
    return _read(scene, noun)


def _title(scene: Scene) -> Token | None:
    """The noun that the number is the value of: before a colon, before "of", or the subject of its verb."""
    before = scene.token(scene.before - 1)
    if before is None:
        return None
    if before.text in {":", "-", "–", "—"} and scene.before >= 2 and nouns.is_noun(scene.doc[scene.before - 2]):
        label = scene.doc[scene.before - 2]
        return (
            None if label.tag_ in {"NNP", "NNPS"} and label.lower_ not in _COUNTERS and kinds.of_noun(nouns.singular(label.text)) is None else label
        )
    if before.lower_ == "of" and scene.before >= 2 and nouns.is_noun(scene.doc[scene.before - 2]):
        noun = scene.doc[scene.before - 2]
        if nouns.singular(noun.text) not in _LOST and (nouns.singular(noun.text) in _COUNTERS or not hollow.is_hollow(noun)):
            return noun
    paced = _at_pace(scene)
    if paced is not None:
        return paced
    token = scene.root
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ == "VERB" and token.i < token.head.i:
        return None  # "the toll rose to 40, and 300 remained in tents": the subject of a clause of its own
    for _ in range(5):
        token = token.head
        if nouns.singular(token.text) in _COUNTERS and nouns.is_noun(token) and token.i < scene.first:
            return token
        if token.pos_ in {"VERB", "AUX"}:
            if token.lemma_ in {"number", "total"}:
                return next((c for c in token.children if c.dep_ == "nsubj" and nouns.is_noun(c)), None)
            for dep in ("dobj", "nsubj", "nsubjpass", "attr"):
                for child in token.children:
                    acting = dep == "nsubj" and nouns.singular(child.text) in _OF_WHAT and token.lemma_ not in CHANGING | {"be", "count", "comprise"}
                    if acting:
                        continue  # "the army lost 12 men, the rebels 40"
                    if child.dep_ != dep or not nouns.is_noun(child) or child.i >= scene.first:
                        continue
                    if _is_title(child) or _has_changed(child, token):
                        return child
                    moved = _moved(child)
                    if moved is not None:
                        return moved
        if token.head == token:
            break
    return None


def _at_pace(scene: Scene) -> Token | None:
    """ "Housing starts were at an annual rate of 1,353,000": the plural that runs at that rate."""
    if scene.lower(scene.before - 1) != "of" or scene.lower(scene.before - 2) not in {"rate", "pace", "level"}:
        return None
    verb = clauses.verb_above(scene.doc[scene.before - 2])
    if verb is None:
        return None
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ == "NNS" and not hollow.is_hollow(c)), None)


def _is_title(noun: Token) -> bool:
    word = nouns.singular(noun.text)
    return word in _COUNTERS | _OF_WHAT | _LEVELS or word in {"death", "casualty", "fatality", "injury", "case", "seat", "vote"}


def _moved(noun: Token) -> Token | None:
    """ "The change in employment was 12,000": the level that changes."""
    if nouns.singular(noun.text) not in _MOVES:
        return None
    inner = (below for child in noun.children if child.lower_ in {"in", "of"} for below in child.children if below.dep_ == "pobj")
    return next((below for below in inner if nouns.singular(below.text) in _LEVELS), None)


def _has_changed(noun: Token, verb: Token) -> bool:
    """ "Kidnappings jumped from 61 to 140": a plural that rises or falls is counted."""
    return noun.tag_ == "NNS" and noun.dep_ == "nsubj" and verb.lemma_ in CHANGING and not hollow.is_hollow(noun)


def _by_state(scene: Scene, title: Token) -> Token | None:
    """ "the number of dead", "of the long-term unemployed": the adjective that stands for people."""
    if scene.lower(title.i + 1) != "of":
        return None
    for at in range(title.i + 2, min(title.i + 7, len(scene.doc))):
        token = scene.doc[at]
        if token.lower_ in _HARMED | _BY_STATE:
            following = scene.token(at + 1)
            return token if following is None or not (nouns.is_noun(following) or following.tag_ in {"JJ", "HYPH"}) else None
        if token.lower_ == "those" or token.tag_ not in {"DT", "JJ", "HYPH"} and not (token.tag_ == "NN" and scene.lower(at - 1) == "-"):
            return None
    return None


def _read(scene: Scene, title: Token) -> Counted | None:
    word = nouns.singular(title.text)
    doc = scene.doc
    if word in {"toll", "tolls"} or word == "count" and scene.lower(title.i - 1) == "death":
        of_deaths = scene.lower(title.i - 1) == "death"
        how = "toll" if of_deaths or not _CASUALTIES.search(scene.document.text) else "harmed"
        return Counted(scene.text(title.i - of_deaths, title.i + 1), "person", title, how, title, None)
    if word in _COUNTERS:
        stated = _by_state(scene, title)
        if stated is not None:
            return Counted("people", "person", scene.root, "label", stated)
        if scene.lower(title.i + 1) == "of" and scene.lower(title.i + 2) == "those":
            end = next((t.i + 1 for t in doc[title.i + 3 : title.i + 7] if t.tag_ in {"VBN", "VBG", "JJ"}), None)
            if end is not None:
                return Counted(scene.text(title.i + 2, end), "person", doc[end - 1], "number of", doc[title.i + 2], (title.i + 2, end))
        if word == "number" and scene.token(title.i + 1) is not None and doc[title.i + 1].tag_ == "VBG" and doc[title.i + 1].dep_ == "acl":
            return Counted(f"people {doc[title.i + 1].text}", "person", doc[title.i + 1], "number of", doc[title.i + 1])
        if scene.lower(title.i + 1) in {"of", "for"}:
            start = nouns.skip_determiners(doc, title.i + 2)
            phrase = nouns.phrase_at(doc, start, scene.dated)
            if phrase is not None and start not in scene.numbers:
                end = nouns.extended(doc, phrase, scene.dated)
                head = doc[phrase.head]
                return Counted(scene.text(phrase.start, end), nouns.singular(head.text), head, "number of", head, (phrase.start, end))
        if word in {"count", "total", "tally"} and title.i and doc[title.i - 1].tag_ == "NN" and doc[title.i - 1].dep_ == "compound":
            unit = nouns.singular(doc[title.i - 1].text)
            if BALLOTED.fullmatch(nouns.plural(unit)):
                return Counted(nouns.plural(unit), unit, title, "title", title, (title.i - 1, title.i + 1))  # "her delegate count was 699"
        if scene.lower(title.i - 1) == "sample":
            return Counted("sample size", "person", title, "title", title, (title.i - 1, title.i + 1))
        return None
    start = title.i
    while start > 0 and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "VBN"}) and start - 1 not in scene.dated:
        start -= 1
    end = nouns.extended(doc, nouns.Phrase(start, title.i, title.i + 1), scene.dated)
    end = min(end, scene.before) if title.i < scene.before else end
    if doc[end - 1].lower_ == "of":
        end -= 1
    counted_head = _PERSON_OR.get(word, "person") if word in _OF_WHAT | _PEOPLED | _LEVELS else word
    return Counted(scene.text(start, end), counted_head, title, "title", title, (start, end))
