"""Whether the words behind a preposition tell of a place, and how far the place reaches: "Livorno, Tuscany", "the hills of Norland".

`place` picks among the places of a sentence the one of its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import names, nouns
from transforms.claims.scene import Scene
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Token


# "a fund within the Works Department" lies in no place, though one can be hurt at it
_OFFICES = frozenset({"Department", "Agency", "Ministry", "Treasury"})
# bare, these say how somebody is kept or how large something is
_BARE = frozenset({"prison", "jail", "hospital", "custody", "area", "world", "border", "court", "port"})
_SITES = frozenset({"prison", "jail", "hospital", "court", "port"})
_HOLDINGS = frozenset("investment stake share interest holding confidence trust role faith invest contract drop fall rise increase decline".split())
_GIVING = frozenset({"donate", "give", "provide", "deliver", "supply", "grant", "lend", "pay"})
# "the two planes on Mr. Cole's list": a person is no place
_ADDRESSES = frozenset({"mr", "mrs", "ms", "dr", "miss", "sir", "madam"})
_FIRM = frozenset({"ltd", "inc", "corp", "co", "plc", "llc", "group", "holdings", "airlines", "airways"})
_INSIDE = frozenset({"of", "in", "near", "across", "throughout"})


def _invests(scene: Scene, preposition: int) -> bool:
    """ "a stake in Hallex", "donated $5,000 to the Coles": a company or person that takes money is no place."""
    token = scene.doc[preposition]
    start = nouns.skip_determiners(scene.doc, preposition + 1)
    if token.lower_ not in {"in", "to"} or names.in_tokens(scene.doc, start, min(start + 4, len(scene.doc))) is not None:
        return False
    return token.head.lemma_ in (_HOLDINGS if token.lower_ == "in" else _GIVING) and scene.doc[start].tag_ in {"NNP", "NNPS"}


def text_after(scene: Scene, preposition: int, happened: bool) -> str | None:
    doc = scene.doc
    start = nouns.skip_determiners(doc, preposition + 1)
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is not None and scene.lower(start) == "other" and phrase.start == start + 1:
        phrase = phrase._replace(start=start)  # "in other countries"
    if phrase is None or phrase.start != start or any(at in scene.numbers for at in range(start, phrase.end)):
        return None
    if scene.lower(preposition) == "aboard":
        return doc[phrase.start : phrase.end].text
    if not is_place(scene, phrase, happened) or _invests(scene, preposition):
        return None
    if scene.lower(preposition) != "at" and doc[phrase.head].text in _OFFICES:
        return None
    end = phrase.end
    if scene.lower(preposition) == "at" and not happened and not _is_site(scene, phrase):
        return None
    for _ in range(2):
        if scene.lower(end) not in _INSIDE and not (scene.lower(end) == "," and _town_and_state(scene, end)):
            break
        inner_start = nouns.skip_determiners(doc, end + 1)
        inner = nouns.phrase_at(doc, inner_start, scene.dated)
        if inner is None or inner.start != inner_start or not is_place(scene, inner):
            break
        end = inner.end
    return doc[phrase.start : _with_second(scene, doc[phrase.head], end)].text


def _with_second(scene: Scene, head: Token, end: int) -> int:
    """ "in Utah and South Tavia": the end of the second name that is joined to the place."""
    if head.tag_ != "NNP" or scene.lower(end) != "and":
        return end
    second = nouns.phrase_at(scene.doc, end + 1, scene.dated)
    if second is None or second.start != end + 1 or not is_place(scene, second):
        return end
    joined = scene.doc[second.head]
    return second.end if joined.tag_ == "NNP" and joined.dep_ == "conj" and joined.head == head else end


def _is_site(scene: Scene, phrase: nouns.Phrase) -> bool:
    """Whether "at" introduces a site or a territory rather than a body ("at the firm")."""
    places = tables.words("place_nouns", "noun")
    if any(nouns.singular(token.text) in places for token in scene.doc[phrase.start : phrase.end]):
        return True
    return names.in_tokens(scene.doc, phrase.start, phrase.end) is not None


def _town_and_state(scene: Scene, comma: int) -> bool:
    """ "Livorno, Tuscany": a territory between commas after a name."""
    phrase = nouns.phrase_at(scene.doc, comma + 1, scene.dated)
    return phrase is not None and phrase.start == comma + 1 and countries.territory(scene.text(phrase.start, phrase.end)) is not None


def is_place(scene: Scene, phrase: nouns.Phrase, happened: bool = False) -> bool:
    doc = scene.doc
    head = doc[phrase.head]
    word = nouns.singular(head.text)
    form = scene.text(phrase.start, phrase.end)
    if countries.group(form) == "body" or head.lower_ in {"nations", "cross", "crescent"} or scene.lower(phrase.start - 2) == "according":
        return False
    if countries.territory(form) is not None:
        return True
    if word in _BARE and phrase.start == phrase.head and (word not in _SITES or scene.doc[phrase.start - 1].tag_ not in {"DT", "PRP$"}):
        return doc[phrase.start].lower_ == "area" and doc[phrase.start - 1].lower_ == "the" and doc[phrase.end - 1 : phrase.end + 1].text != "area of"
    if word == "market" and not happened and phrase.start == phrase.head:
        return False  # "$3 million in the market"
    if word == "front" and phrase.start == phrase.head and scene.lower(phrase.start - 1) == "in" and scene.lower(phrase.end) == "of":
        return False  # "in front of 52,300 spectators"
    if word == "country" and phrase.head > phrase.start and doc[phrase.head - 1].tag_ == "NN":
        return False  # "coal country"
    if not happened and countries.is_publication(form):
        return False
    places = tables.words("place_nouns", "noun")
    if head.tag_ in {"NN", "NNS"}:
        return word in places or countries.territory(head.text) is not None
    if head.lower_.rstrip(".") in _FIRM or not head.text[:1].isupper() and word not in places or doc[phrase.start].lower_.rstrip(".") in _ADDRESSES:
        return False
    abbreviation = head.text.isupper() and len(head.text) > 1 and countries.territory(head.text) is None
    return word not in tables.words("no_place", "noun") and not abbreviation
