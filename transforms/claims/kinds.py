"""What the table of metrics says of a thing: by its noun, by the verb that governs it, by the words right beside it.

`metric` decides between them; here each is only read, from `seeds/language/metrics.csv`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.claims import clauses, nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Token

PERSONS = frozenset({"killed", "wounded", "casualties", "missing", "captured", "displaced", "affected", "personnel", "population"})
_PERSON_ENDINGS = ("ee", "ist", "er", "or", "ian", "man", "woman", "ant", "ent", "eer", "crat", "ive")
HARM = frozenset({"killed", "wounded", "casualties", "missing", "captured", "displaced", "affected"})
_DYING = frozenset({"die", "succumb", "perish"})
_DECLARING = frozenset(
    "leave find report declare pronounce confirm fear be believe presume list register count give know think describe remain lie".split()
)
_TAKEN = frozenset({"prisoner", "hostage", "captive"})
# words between a noun and the word of harm that follows it
_BETWEEN = frozenset(
    "others more other people persons were was are had been have has be critically seriously severely slightly fatally badly "
    "feared confirmed still reported also reportedly instantly as".split()
)
_HELD = frozenset({"custody", "detention", "captivity"})
_UNDERGOING = frozenset({"suffer", "sustain", "receive"})
_STAYING = frozenset("be remain live stay sleep shelter camp huddle languish crowd".split())
_SHELTERS = frozenset({"shelter", "tent", "camp"})
_TREATED = frozenset({"hospital", "hospitals", "hospice"})
_ASIDE = 16
_LIST_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", ",", "CC", "IN", "DT", "HYPH"})


# deaths that a text tells of, so that its victims are dead
DEADLY = re.compile(r"\b(?:killed|died|dead|deaths?|crash(?:ed)?|massacre|murder(?:ed)?|perished)\b")


@cache
def table(part: str) -> dict[str, tuple[str, str]]:
    single = part == "verb"
    return {
        row["words"]: (row["metric"], row["role"]) for row in tables.rows("metrics") if row["part"] == part and not (single and " " in row["words"])
    }


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """First word -> the phrases that begin with it, as (further words, metric, role)."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in tables.rows("metrics"):
        words = row["words"].split()
        if row["part"] == "verb" and len(words) > 1:
            found.setdefault(words[0], []).append((tuple(words[1:]), row["metric"], row["role"]))
    return found


def of_noun(head: str, token: Token | None = None) -> str | None:
    """The metric that a singular noun alone stands for; None for a noun that says nothing."""
    rows = table("noun")
    two = f"{token.nbor(-1).lower_} {head}" if token is not None and token.i else head
    for word in (two, head, head.rpartition("-")[2]):
        if word in rows and not (rows[word][0] == "other" and token is not None and token.tag_ == "NNPS"):
            return rows[word][0]  # "Tigers" with a capital are no animals
    if countries.group(head.capitalize()) in {"place", "people", "faith", "party"} or token is not None and countries.nation(token.text):
        return "population"
    if (
        head.endswith(_PERSON_ENDINGS)
        and head not in tables.words("no_persons", "noun")
        and len(head) > 4
        and not head.endswith(("ment", "ence", "ance"))
    ):
        return "population"
    return None


def is_event(noun: Token) -> bool:
    """Whether the noun tells what happens to those after "of": "the wounding of 12"."""
    return table("event").get(nouns.singular(noun.text), ("", ""))[0] in HARM


def happening(scene: Scene, thing: Counted) -> str | None:
    """What happens to the counted thing by the verbs and adjectives around it; None where nothing in the table does."""
    found = _beside(scene, thing) or _of_event(thing.anchor)
    if found is not None and found not in {"wounded", "missing"}:
        return found
    for verb, role in clauses.governors(thing.anchor):
        if role == "subject" and _is_sheltered(verb):
            return "displaced"
        told = _told_among(verb, role) or of_verb(verb, role)
        if told is not None and (found is None or told == "killed" and verb.lemma_ in _DYING):
            return _joined(verb, told)
    return found or _listed(scene, thing)


def _is_sheltered(verb: Token) -> bool:
    """ "remain in shelters", "were in 85 camps", "are sleeping in tents": where the displaced are."""
    if verb.lemma_ not in _STAYING:
        return False
    places = (inner for child in verb.children if child.lower_ in {"in", "at", "under"} for inner in child.children if inner.dep_ == "pobj")
    return any(nouns.singular(place.text) in _SHELTERS or place.lower_ == "canvas" for place in places)


def _listed(scene: Scene, thing: Counted) -> str | None:
    """ "150 guards, 95 civilians and dozens of rebels killed": the participle behind a list is of all in it."""
    at, joined = (thing.phrase[1] if thing.phrase is not None else scene.after), False
    while at < len(scene.doc) and scene.doc[at].tag_ in _LIST_TAGS and scene.lower(at) not in {"in", "by", "with", "from"}:
        joined = joined or at in scene.numbers
        at += 1
    after, following = scene.token(at), scene.token(at + 1)
    if not joined or after is None or after.tag_ not in {"VBN", "VBD", "JJ"} or following is not None and following.tag_ not in {".", ",", "IN", ":"}:
        return None
    known = table("adjective").get(after.lower_) or table("verb").get(after.lemma_, ("", "subject"))
    return _joined(after, known[0]) if known[0] in HARM and known[1] != "subject" else None


def _told_among(verb: Token, role: str) -> str | None:
    """ "The dead included nine women", "the deaths are nine women", "among the wounded were two nurses": the metric of the group."""
    if verb.lemma_ not in {"include", "be", "number"}:
        return None
    for child in verb.children:
        group = child
        if child.dep_ == "nsubj" and child.lower_ == "toll":
            return "killed" if any(inner.lower_ == "death" for inner in child.children) else None
        if child.dep_ == "prep" and child.lower_ == "among":
            group = next((inner for inner in child.children if inner.dep_ == "pobj"), child)
            done = next((inner for inner in group.children if inner.dep_ == "acl" and inner.tag_ in {"VBN", "VBD"}), None)
            if group.lower_ in {"those", "people"} and done is not None:
                told = of_verb(done, "object")  # "were among those arrested"
                return _joined(done, told) if told in HARM else None
        elif child.dep_ != "nsubj" or verb.lemma_ == "be" and (role == "subject" or child.tag_ not in {"NNS", "JJ", "VBN"}):
            continue
        known = table("adjective").get(group.lower_) or table("noun").get(nouns.singular(group.text))
        if known is not None and known[0] in HARM:
            return known[0]
        if group.lower_ == "victims":
            return "killed" if DEADLY.search(verb.doc.text) else "affected"
    return None


def _beside(scene: Scene, thing: Counted) -> str | None:
    """Words of harm directly before or after the noun: "three wounded soldiers", "15 others missing", "six people dead"."""
    adjectives, verbs = table("adjective"), table("verb")
    suffered = scene.token(scene.after)
    if suffered is not None and suffered.lemma_ in _UNDERGOING and suffered.tag_ in {"VBN", "VBD"}:
        told = of_verb(suffered, "subject")  # "three suffered burns", where the parser sees a noun phrase
        if told is not None:
            return told
    if thing.phrase is not None:
        for token in scene.doc[thing.phrase[0] : thing.phrase[1]]:
            if token.lower_ in adjectives and (token.tag_ in {"JJ", "VBN", "VBD"} or thing.phrase[1] - thing.phrase[0] == 1):
                return adjectives[token.lower_][0]
            if token.tag_ == "VBN" and token.lemma_ in verbs and verbs[token.lemma_][0] in PERSONS:
                return verbs[token.lemma_][0]
    if any(scene.lower(at) == "taken" and scene.lower(at + 1) in _TAKEN for at in range(scene.after, scene.after + 3)):
        return "captured"
    at = (thing.phrase[1] if thing.phrase is not None else scene.after) if thing.how not in {"number of", "title"} else thing.anchor.i + 1
    while scene.lower(at) in _BETWEEN:
        at += 1
    if scene.lower(at) == "," and scene.lower(at + 1) in {"including", "among", "many", "most", "some"}:
        # "20 more, including the mayor, were hurt"
        at = next((i + 1 for i in range(at + 2, min(at + _ASIDE, len(scene.doc))) if scene.lower(i) == ","), at)
        while scene.lower(at) in _BETWEEN:
            at += 1
    after = scene.token(at)
    if after is None:
        return None
    if after.lower_ == "in" and scene.lower(at + 1) in _HELD and not (scene.token(at + 2) is not None and nouns.is_noun(scene.doc[at + 2])):
        return "captured"  # "the number of people in custody"
    if after.lower_ == "in" and scene.lower(at + 1) in _TREATED and not (scene.token(at + 2) is not None and nouns.is_noun(scene.doc[at + 2])):
        return "affected"  # "left nine others in hospital"
    if any(child.dep_ == "dobj" for child in after.children):
        return None
    if after.lower_ in adjectives and after.tag_ != "NNS" and of_verb(after, "object") in {None, adjectives[after.lower_][0]}:
        following = scene.token(at + 1)
        if not (following is not None and after.dep_ == "amod" and nouns.is_noun(following)):
            return _joined(after, adjectives[after.lower_][0])
    if after.tag_ == "VBN" and after.lemma_ in verbs and verbs[after.lemma_][1] != "subject" and verbs[after.lemma_][0] in PERSONS:
        return _joined(after, of_verb(after, "object") or verbs[after.lemma_][0])
    return None


def _of_event(anchor: Token) -> str | None:
    """ "the deaths of 40 miners", "the arrest of 12 men": the event's noun before "of"."""
    preposition = anchor.head
    if anchor.dep_ != "pobj" or preposition.lower_ not in {"of", "by"} or preposition.i == 0:
        return None
    noun = preposition.nbor(-1) if preposition.lower_ == "by" else preposition.head
    if noun.tag_ in {"NNS", "CD"} and noun.dep_ == "pobj" and noun.head.lower_ == "of" and not nouns.is_filler(noun.lower_):
        noun = noun.head.head  # "the evacuation of thousands of residents"
    if not nouns.is_noun(noun):
        return None
    known = table("event").get(nouns.singular(noun.text))
    if known is not None and (preposition.lower_ == "by") != (known[0] == "population") and known[0] != "population":
        return None
    return known[0] if known is not None else None


def of_verb(verb: Token, role: str) -> str | None:
    """The metric of what a verb's object or subject (its `role`) goes through; None where the table says nothing."""
    lemma = verb.lemma_.lower()
    for rest, metric, takes in _phrases().get(lemma, ()):
        if (takes == role or takes == "both") and _follows(verb, rest):
            return metric
    adjective = table("adjective").get(verb.lower_)
    if adjective is not None and not any(child.dep_ == "dobj" for child in verb.children):
        return adjective[0]
    known = table("verb").get(lemma)
    if known is not None and (known[1] in {role, "both"}) and lemma != "bury":
        return known[0]
    if lemma == "bury" and role == "object" and clauses.is_passive(verb):
        return "affected"
    if lemma == "bury" and role == "object":
        who = clauses.actor(verb)
        return "affected" if who is not None and of_noun(nouns.singular(who.text), who) == "attacks" else "killed"
    if lemma in _DECLARING:
        for child in verb.children:
            if child.dep_ == "conj":
                continue  # "14,000 people were in tents and 120 others were unaccounted for"
            for token in (child, *child.children):
                if token.i > verb.i and token.lower_ in table("adjective") and (token.tag_ in {"JJ", "VBN", "VBD"} or token.lower_ == "missing"):
                    return table("adjective")[token.lower_][0]
    if lemma in {"leave", "be", "fear", "believe", "report", "confirm"}:
        for child in verb.children:
            if child.dep_ in {"xcomp", "ccomp", "acomp"} and child.lemma_ in table("verb"):
                return table("verb")[child.lemma_][0]
    return None


def _follows(verb: Token, rest: tuple[str, ...]) -> bool:
    """Whether the further words of a phrase stand among the next tokens, in order."""
    wanted = list(rest)
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.lemma_.lower() == wanted[0] or token.lower_ == wanted[0]:
            wanted.pop(0)
            if not wanted:
                return True
        elif token.tag_ in {".", ":", ",", "CC"}:
            return False
    return False


def _joined(verb: Token, metric: str) -> str:
    """Killed and wounded under one number ("killed or wounded") are casualties."""
    if metric not in {"killed", "wounded"}:
        return metric
    other = "wounded" if metric == "killed" else "killed"
    doc = verb.doc
    for step in (1, -1):
        joint, beyond = verb.i + step, verb.i + 2 * step
        if 0 <= beyond < len(doc) and doc[joint].lower_ in {"or", "and", "and/or"}:
            known = table("verb").get(doc[beyond].lemma_) or table("adjective").get(doc[beyond].lower_)
            after = doc[max(joint, beyond) + 1 if step == 1 else verb.i + 1 : max(joint, beyond) + 2 if step == 1 else verb.i + 2]
            if known is not None and known[0] == other and not (len(after) and after[0].tag_ in {"CD", "DT", "PRP$"}):
                return "casualties"
    return metric
