"""What stands behind "of" without being a plain noun phrase: possessors with a number, "those polled", "the poor".

Both counts and shares read their partitives here.
"""

from __future__ import annotations

from transforms.claims import clauses, hollow, nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries, tables

# adjectives that stand for people behind "the"
_PEOPLE_BY_STATE = frozenset(
    "poor rich unemployed jobless elderly young old disabled wounded dead injured missing displaced homeless sick infected uninsured "
    "vaccinated undecided employed".split()
)
_CLAUSE = 7
_THOSE = frozenset({"those", "people", "persons", "respondents"})


def past_numbers(scene: Scene, start: int) -> int:
    """ "of the province's 640 kilometres of road", "of the $26 million in assistance", "of the year's orders": where the noun begins."""
    doc = scene.doc
    owner = start
    while owner in scene.dated and owner + 1 < len(doc):
        owner += 1
    if owner > start and (doc[owner].tag_ == "POS" or doc[owner - 1].tag_ == "POS"):
        start = owner + (doc[owner].tag_ == "POS")
    past = hollow.past_possessor(doc, start, scene.numbers)
    while past in scene.numbers and past > scene.last:
        past += 1
    if past > start:
        measure = past + 1 if scene.lower(past + 1) == "of" and scene.lower(past) in tables.words("units", "text") else past
        if scene.lower(measure) in {"of", "in"}:
            past = nouns.skip_determiners(doc, measure + 1)
    return past


def without_noun(scene: Scene, at: int) -> Counted | None:
    """ "of those polled", "of the French", "of what was promised": phrases without a noun."""
    doc = scene.doc
    if at + 1 >= len(doc):
        return None
    word, following = doc[at].lower_, doc[at + 1]
    if (
        word in _THOSE
        and following.tag_ in {"VBN", "VBD"}
        and following.lemma_ not in {"be", "have", "do"}
        and not (following.lemma_ in clauses.SAYING and following.tag_ == "VBD" and following.dep_ != "acl")
        or word == "those"
        and following.lower_ in {"on", "in", "aged", "under", "over"}
    ):
        end = at + 2
        if following.tag_ not in {"VBN", "VBD"}:
            while (
                end < len(doc)
                and end < at + 5
                and doc[end].tag_ not in {",", ".", "CC", "MD"}
                and doc[end].pos_ not in {"VERB", "AUX"}
                and end not in scene.dated
            ):
                end += 1
        return Counted(scene.text(at, end), "person", scene.root, "of", None, (at, end))
    if word in _THOSE and following.lower_ == "who":
        end = at + 2
        own = doc[at]
        while end < len(doc) and end < at + _CLAUSE and doc[end].tag_ not in {",", ".", ":", "CC", "WP", "WDT"} and end not in scene.dated:
            # "of those who stayed were hurt": a second verb that doesn't hang on them is the sentence's own
            if end > at + 2 and doc[end].pos_ in {"VERB", "AUX"} and doc[end].tag_ in {"VBD", "VBZ", "VBP", "MD"} and not own.is_ancestor(doc[end]):
                break
            end += 1
        return Counted(scene.text(at, end), "person", scene.root, "of", None, (at, end))
    if word == "the" and following.tag_ in {"JJ", "NNPS", "NNP", "VBN"} and (at + 2 >= len(doc) or not nouns.phrase_at(doc, at + 2)):
        named = countries.nation(following.text) is not None
        if named or following.lower_ in _PEOPLE_BY_STATE:
            return Counted(following.text, "person", scene.root, "of", None, (at + 1, at + 2))
    if word == "what":
        end = at + 1
        while end < len(doc) and end < at + 8 and doc[end].tag_ not in {",", ".", ":"}:
            end += 1
        return Counted(scene.text(at, end), "what", scene.root, "of", None, (at, end))
    return None


def fronted(scene: Scene) -> Counted | None:
    """ "Of the passengers, 21 were Norvian, 22 Tarnian": the phrase that opens the sentence."""
    doc = scene.doc
    at = 1 if len(doc) > 1 and doc[0].is_punct else 0
    if scene.lower(at) != "of" or scene.first < at + 3:
        return None
    start = nouns.skip_determiners(doc, at + 1)
    while start in scene.numbers:
        start += 1
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None or phrase.start != start or phrase.end >= scene.first:
        return None
    head = doc[phrase.head]
    return Counted(scene.text(start, phrase.end), nouns.head_word(doc, phrase), scene.root, "of", head, (start, phrase.end))
