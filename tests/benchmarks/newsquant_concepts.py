"""NewsQuant's concepts: the content words of the noun phrases that a quantity belongs to, read from the clause it stands in.

A measured number belongs to what it is of, to the subject of its clause and to the object; a count to the same without
the counted noun, which is its unit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsquant_clauses import SUBJECTS, TIMES, WORDLIKE, copula_before, gapped, governing, opens, set_apart, subjects, subjects_of
from newsquant_units import NOMINAL, STOP

from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# nouns that only stand for a number of what follows "of"
_STATISTICS = frozenset("total number average equivalent record couple pair series".split())
# where and when something happens has little to do with who does it
_PLACING = frozenset("in at on into across during over from through after before since until".split())
# "70 % voted against it": people asked, and the sentence doesn't say who
_OPINING = frozenset("see vote say think believe support oppose approve disapprove favor favour want agree disagree answer prefer feel".split())
_HOLDING = ("of", "in", "for", "on", "off", "from", "against")


def measured(span: Span, quantity: Quantity, taken: frozenset[int]) -> set[str]:
    """The noun phrases that a measured number belongs to: what it modifies, is of, is said of. `taken` are all numbers' tokens."""
    beside = beside_number(span, quantity, taken)
    if beside is not None:
        return beside
    token = span.root
    inside = {word.i for word in span}
    found, top = chain(token, inside)
    found |= complements(token, inside) | compared(span)
    if quantity.kind == "duration" and quantity.reason != "age" and not found:
        if opens(top) or quantity.reason is not None and top.pos_ == "ADP":
            return set()
    above = top.head
    if above.pos_ == "ADJ" and above.dep_ == "acomp" and top.pos_ == "ADP" or above.tag_ == "VBG" and above.dep_ == "pcomp":
        found.add(above.text)  # unemployed for two years; after charging in 20 minutes
    for subject in subjects(token, inside):
        found |= phrase_words(subject)
    verb = verb_above(token)
    if verb is not None:
        found |= objects(verb, inside, token) | complements(verb, inside, ("to", *_HOLDING) if token.dep_ == "dobj" else _HOLDING)
    found = without(found, span, taken)
    if not found and not any(is_unknown(c) for above in governing(token) for c in above.children if c.dep_ in SUBJECTS):
        found = without(nearest(span), span, taken)
    return found


def beside_number(span: Span, quantity: Quantity, taken: frozenset[int]) -> set[str] | None:
    """What lists, headlines and ages tell by their order alone; None where the clause has to be read."""
    if "+" in (span[0].text[0], span.doc[max(span.start - 1, 0)].text):
        return listed(span, taken)
    noun = gapped(span) if quantity.kind in ("percent", "money", "points", "measure") else None
    noun = noun or set_apart(span) or (aged(span) if quantity.reason == "age" else None)
    if noun is not None:
        return phrase_words(noun)
    token = span.root
    if quantity.kind == "percent" and token.dep_ == "nsubj" and token.head.lemma_ in _OPINING and not complements(token, {token.i}):
        return set()
    return None


def chain(token: Token, inside: set[int]) -> tuple[set[str], Token]:
    """The words of the nouns and "of" phrases above the number, and the topmost of them."""
    found: set[str] = set()
    top = token
    while top.head.i != top.i and (top.head.i in inside or top.head.pos_ in NOMINAL or (top.head.pos_ == "ADP" and top.dep_ == "pobj")):
        top = top.head
        if top.i not in inside and top.pos_ in NOMINAL:
            found |= phrase_words(top)
    return found, top


def beyond(head: Token, span: Span, taken: frozenset[int]) -> set[str]:
    """The phrases that a counted noun belongs to, itself left out."""
    inside = {word.i for word in span} | {head.i}
    found, top = counted_chain(head, inside)
    found |= complements(head, inside, ("of", "for"), with_numbers=True)
    verb = copula_before(min(top.left_edge.i, span.start), span.doc) if top.dep_ in SUBJECTS else None
    if verb is not None:
        for subject in subjects_of(verb, inside | {word.i for word in top.subtree}):
            found |= phrase_words(subject)
    elif top.dep_ not in (*SUBJECTS, "ROOT") and not opens(top) and not (top.dep_ == "pobj" and top.head.lower_ in _PLACING):
        for subject in subjects(top, inside):
            found |= phrase_words(subject)
        verb = verb_above(top) if top.dep_ == "pobj" else None
        if verb is not None:
            found |= objects(verb, inside, top)
    return owners(head) | (
        (found or described(head, inside))
        - {head.text, *(word.text for word in span)}
        - {word.text for word in head.children if word.dep_ != "prep"}
        - {written(word) for word in span.doc if word.i in inside | taken}
        - {span.doc[i].text for i in taken}
    )


def counted_chain(head: Token, inside: set[int]) -> tuple[set[str], Token]:
    """The words of the nouns that the counted noun is joined to or is of, and the topmost of them."""
    found: set[str] = set()
    top = head
    while top.dep_ in ("conj", "appos", "compound", "nmod", "pobj") and top.head.i != top.i:
        above = top.head.head if top.dep_ == "pobj" else top.head
        if above.pos_ not in NOMINAL or top.dep_ == "pobj" and top.head.lower_ not in ("of", "for", "in"):
            break
        if top.dep_ in ("compound", "nmod") or top.dep_ == "pobj" and above.lower_ not in _STATISTICS and above.i not in inside:
            found |= phrase_words(above)
        top = above
    return found, top


def described(head: Token, inside: set[int]) -> set[str]:
    """ "There are 40 people living in the valley": what the clause on the counted noun tells of it."""
    found: set[str] = set()
    for child in head.children:
        if child.dep_ in ("acl", "relcl") and child.i > head.i:
            found |= objects(child, inside, head) | complements(child, inside, ("at", "in", "for", "from", "on", "with"))
            found |= {c.text for c in child.children if c.dep_ == "acomp"}
    return found


def verb_above(token: Token) -> Token | None:
    """The nearest full verb above the token."""
    return next((above for above in token.ancestors if above.pos_ == "VERB"), None)


def phrase_words(head: Token | None) -> set[str]:
    """The content words of a noun phrase with what hangs on it."""
    if head is None or (head.pos_ not in NOMINAL and head.tag_ != "VBG" and head.dep_ not in SUBJECTS) or head.pos_ == "PRON":
        return set()
    words = {written(head)}
    for child in head.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss") and child.pos_ in WORDLIKE:
            words |= {written(child), *(written(c) for c in child.children if c.pos_ in WORDLIKE)}
        elif child.dep_ == "nummod" and head.pos_ == "PROPN":
            words.add(child.text)
        elif child.dep_ in ("conj", "appos") and child.pos_ == "PROPN":
            words.add(written(child))
        elif child.dep_ == "prep" and child.i > head.i:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    words |= phrase_words(inner)
    return {word for word in words if word.lower() not in STOP | TIMES}


def written(token: Token) -> str:
    """The whole word between white space that the token is part of."""
    text = token.doc.text
    start, end = token.idx, token.idx + len(token)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return re.sub(r"^[\W_]+|(?:['’]s)?[\W_]*$", "", text[start:end]) or token.text


def without(words: set[str], span: Span, taken: frozenset[int]) -> set[str]:
    """The words but those of numbers and their units."""
    numbers = {word.text for word in span} | {written(span.doc[i]) for i in taken} | {span.doc[i].text for i in taken}
    return {word for word in words if word not in numbers}


def is_unknown(subject: Token) -> bool:
    """Whether a subject says nothing of what is measured: "This is 5 cm", "1 percent see …"."""
    return (
        subject.tag_ == "PRP"
        or subject.pos_ == "NUM"
        or subject.i == 0
        and subject.pos_ == "PRON"
        or subject.text == "%"
        or subject.lower_ in ("percent", "cent")
    )


def aged(span: Span) -> Token | None:
    """ "a 40-year-old local man": who is of the age."""
    for word in span.doc[span.end :]:
        if word.pos_ in NOMINAL:
            return word if word.lower_ not in TIMES else None
        if word.pos_ != "ADJ" and word.lower_ not in ("-", "old"):
            return None
    return None


def compared(span: Span) -> set[str]:
    """ "50 % off a set", "5 years' worth of shows", "10 kg less than the old car": what syntax hangs elsewhere, right behind the number."""
    after = span.doc[span.end : span.end + 4]
    for at, word in enumerate(after):
        if at == 0 and word.lower_ == "off" or at and word.lower_ == "of" and after[at - 1].lower_ == "worth":
            return {w for child in word.children if child.dep_ == "pobj" for w in phrase_words(child)}
        if at == 1 and word.lower_ == "than" and after[0].tag_ in ("JJR", "RBR"):
            return {w for child in word.children if child.dep_ == "pobj" for w in phrase_words(child)}
    return set()


def listed(span: Span, taken: frozenset[int]) -> set[str]:
    """ "Index A +0.2% Index B +0.3%": the name right before a signed number."""
    words: set[str] = set()
    for word in reversed(span.doc[: span.start]):
        if word.text in "+-":
            continue
        if word.i in taken or word.is_punct or word.pos_ not in WORDLIKE:
            break
        words.add(written(word))
    return words


def owners(head: Token) -> set[str]:
    """Whose the counted things are: "the firm's 12 mills", "two of the firm's mills"."""
    return {word for child in head.children if child.dep_ == "poss" for word in phrase_words(child)}


def objects(verb: Token, inside: set[int], below: Token) -> set[str]:
    """The words of the verb's objects other than the number's own."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in ("dobj", "attr") and child.i not in inside and child.i != below.i and not child.is_ancestor(below):
            found |= phrase_words(child)
    return found


def nearest(span: Span) -> set[str]:
    """Where syntax gives nothing, the words of the noun phrase nearest before the number, else after it."""
    nouns = [word for word in span.doc if word.pos_ in NOMINAL and word.lower_ not in TIMES and not word.text[0].isdigit()]
    before = [word for word in nouns if word.i < span.start][-1:] or [word for word in nouns if word.i >= span.end][:1]
    return {word for noun in before for word in phrase_words(noun)}


def complements(head: Token, inside: set[int], holding: tuple[str, ...] = _HOLDING, with_numbers: bool = False) -> set[str]:
    """The phrases that "of", "for", "in" and their like hang on a word; as a rule not those of numbers."""
    found: set[str] = set()
    for child in head.children:
        if child.i not in inside and child.dep_ == "prep" and child.i > head.i and child.lower_ in holding:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.i not in inside and (with_numbers or not inner.like_num):
                    found |= phrase_words(inner)
    return found
