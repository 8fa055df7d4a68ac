"""NewsQuant's concepts: the content words of the noun phrases that a quantity belongs to, read from the clause it stands in.

A measured number belongs to what it is of, to the subject of its clause and to the object; a count to the same without
the counted noun, which is its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsquant_units import NOMINAL, STOP

from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TIMES = frozenset("year years month months week weeks day days today yesterday last past end time times quarter season close".split())
WORDLIKE = ("NOUN", "PROPN", "ADJ", "NUM")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
# nouns that only stand for a number of what follows "of"
STATISTICS = frozenset("total number average equivalent record couple pair series".split())
# where and when something happens has little to do with who does it
_PLACING = frozenset("in at on into across during over from through after before since until".split())
# "70 % voted against it": people asked, and the sentence doesn't say who
_OPINING = frozenset("see vote say think believe support oppose approve disapprove favor favour want agree disagree answer prefer feel".split())
_HOLDING = ("of", "in", "for", "on", "off", "from", "against")


def written(token: Token) -> str:
    """The whole word between white space that the token is part of."""
    text = token.doc.text
    start, end = token.idx, token.idx + len(token)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return re.sub(r"^[\W_]+|(?:['’]s)?[\W_]*$", "", text[start:end]) or token.text


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


def measured(span: Span, quantity: Quantity, taken: frozenset[int]) -> set[str]:
    """The noun phrases that a measured number belongs to: what it modifies, is of, is said of. `taken` are all numbers' tokens."""
    token = span.root
    inside = {word.i for word in span}
    if "+" in (span[0].text[0], span.doc[max(span.start - 1, 0)].text):
        return listed(span, taken)
    if quantity.kind in ("percent", "money", "points", "measure") and (left_out := gapped(span)) is not None:
        return phrase_words(left_out)
    if (parallel := set_apart(span)) is not None:
        return phrase_words(parallel)
    if quantity.kind == "percent" and token.dep_ == "nsubj" and token.head.lemma_ in _OPINING and not complements(token, inside):
        return set()
    if quantity.reason == "age" and (named := aged(span)) is not None:
        return phrase_words(named)
    found = complements(token, inside) | compared(span)
    climbing: Token = token
    while climbing.head.i != climbing.i and (
        climbing.head.i in inside or climbing.head.pos_ in NOMINAL or (climbing.head.pos_ == "ADP" and climbing.dep_ == "pobj")
    ):
        climbing = climbing.head
        if climbing.i not in inside and climbing.pos_ in NOMINAL:
            found |= phrase_words(climbing)
    if quantity.kind == "duration" and quantity.reason != "age" and not found:
        if opens(climbing) or quantity.reason is not None and climbing.pos_ == "ADP":
            return set()
    if (
        climbing.head.pos_ == "ADJ"
        and climbing.head.dep_ == "acomp"
        and climbing.pos_ == "ADP"
        or climbing.head.tag_ == "VBG"
        and climbing.head.dep_ == "pcomp"
    ):
        found.add(climbing.head.text)
    for subject in subjects(token, inside):
        found |= phrase_words(subject)
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    if verb is not None:
        found |= objects(verb, inside, token) | complements(verb, inside)
        if token.dep_ == "dobj":
            found |= complements(verb, inside, ("to",))
    found = without(found, span, taken)
    if not found and not any(is_unknown(c) for above in governing(token) for c in above.children if c.dep_ in SUBJECTS):
        found = without(nearest(span), span, taken)
    return found


def without(words: set[str], span: Span, taken: frozenset[int]) -> set[str]:
    """The words but those of numbers and their units."""
    numbers = {word.text for word in span} | {written(span.doc[i]) for i in taken} | {span.doc[i].text for i in taken}
    return {word for word in words if word not in numbers and (not word.isdigit() or word == "500")}


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


def gapped(span: Span) -> Token | None:
    """ "A rose 5 %, B by 3 % and C 2 %": the noun right before the number in a clause that leaves out its verb."""
    doc, at = span.doc, span.start - 1
    while at > 0 and doc[at].pos_ in ("ADV", "SYM"):
        at -= 1
    if at > 0 and doc[at].lower_ in ("by", "to", "at"):
        at -= 1
    if at <= 0 or doc[at].pos_ not in NOMINAL or doc[at].dep_ in ("pobj", "dobj"):
        return None
    first = at
    while first > 0 and doc[first - 1].pos_ in (*WORDLIKE, "DET"):
        first -= 1
    if first < 2 or doc[first - 1].lower_ not in (",", "and", "while", ";", "but") or not doc[first - 2].text.endswith(("%", "percent", "cent")):
        if first < 3 or doc[first - 2].text != "," or doc[first - 1].lower_ != "and":
            return None
    return doc[at]


def set_apart(span: Span) -> Token | None:
    """ "Fallers were Mill A, down 5 p, and Mill B, down 3 p": the noun before the comma, the direction and the number."""
    doc, at = span.doc, span.start - 1
    while at > 0 and (doc[at].pos_ == "SYM" or doc[at].lower_ in ("by", "about", "nearly")):
        at -= 1
    if at < 3 or doc[at].lower_ not in ("up", "down") or doc[at - 1].text != ",":
        return None
    noun = doc[at - 2]
    return noun if noun.pos_ == "PROPN" and not any(c.dep_ in SUBJECTS for c in doc[at].head.children if c.i > noun.i) else None


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


def opens(token: Token) -> bool:
    """Whether a phrase stands before its verb and isn't the subject ("Two years later, the firm …")."""
    verb = next(governing(token), None)
    return verb is None or token.i < verb.i


def beyond(head: Token, span: Span, taken: frozenset[int]) -> set[str]:
    """The phrases that a counted noun belongs to, itself left out."""
    inside = {word.i for word in span} | {head.i}
    found: set[str] = set()
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i > head.i:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found |= phrase_words(inner)
    top = head
    while top.dep_ in ("conj", "appos", "compound", "nmod", "pobj") and top.head.i != top.i:
        if top.dep_ == "pobj":
            above = top.head.head
            if top.head.lower_ not in ("of", "for", "in") or above.pos_ not in NOMINAL:
                break
            if above.lower_ not in STATISTICS and above.i not in inside:
                found |= phrase_words(above)
            top = above
        elif top.head.pos_ in NOMINAL:
            if top.dep_ in ("compound", "nmod"):
                found |= phrase_words(top.head)
            top = top.head
        else:
            break
    if top.dep_ in SUBJECTS and (verb := copula_before(min(top.left_edge.i, span.start), span.doc)) is not None:
        for subject in subjects_of(verb, inside | {word.i for word in top.subtree}):
            found |= phrase_words(subject)
    elif top.dep_ not in (*SUBJECTS, "ROOT") and not opens(top) and not (top.dep_ == "pobj" and top.head.lower_ in _PLACING):
        for subject in subjects(top, inside):
            found |= phrase_words(subject)
        if top.dep_ == "pobj":
            verb = next((above for above in top.ancestors if above.pos_ == "VERB"), None)
            if verb is not None:
                found |= objects(verb, inside, top)
    if not found:
        for child in head.children:
            if child.dep_ in ("acl", "relcl") and child.i > head.i:  # people living in the valley
                found |= objects(child, inside, head) | complements(child, inside, ("at", "in", "for", "from", "on", "with"))
                found |= {c.text for c in child.children if c.dep_ == "acomp"}
    return owners(head) | (
        found
        - {head.text, *(word.text for word in span)}
        - {word.text for word in head.children if word.dep_ != "prep"}
        - {written(word) for word in span.doc if word.i in inside | taken}
        - {span.doc[i].text for i in taken}
    )


def owners(head: Token) -> set[str]:
    """Whose the counted things are: "the firm's 12 mills", "two of the firm's mills"."""
    return {word for child in head.children if child.dep_ == "poss" for word in phrase_words(child)}


def copula_before(at: int, doc: Doc) -> Token | None:
    """The "is" right before a noun phrase that the parser has made a subject: "A set is exactly 12 cups while a …"."""
    at -= 1
    while at > 0 and doc[at].pos_ == "ADV":
        at -= 1
    return doc[at] if at > 0 and doc[at].lemma_ == "be" else None


def subjects_of(verb: Token, inside: set[int]) -> list[Token]:
    """The verb's own subject, pronouns resolved."""
    own = [resolved(c, verb) for c in verb.children if c.dep_ in SUBJECTS and c.i not in inside]
    return [subject for subject in own if subject is not None]


def objects(verb: Token, inside: set[int], below: Token) -> set[str]:
    """The words of the verb's objects other than the number's own."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in ("dobj", "attr") and child.i not in inside and child.i != below.i and not child.is_ancestor(below):
            found |= phrase_words(child)
    return found


def subjects(token: Token, inside: set[int]) -> Iterator[Token]:
    """The subject of the nearest clause above the token that has one; of a pronoun its antecedent."""
    for above in governing(token):
        own = [c for c in above.children if c.dep_ in SUBJECTS and c.i not in inside and c.i != token.i and not c.is_ancestor(token)]
        if own:
            subject = resolved(own[0], above)
            if subject is not None and subject.i not in inside:
                yield subject
            return
        if any(c.dep_ in SUBJECTS for c in above.children):
            return  # the number is in the subject itself
        left = left_of(above)
        if left is not None and left.i not in inside:
            yield left
        if above.dep_ in ("acl", "relcl") and above.head.pos_ in NOMINAL and above.head.lower_ not in TIMES:
            yield above.head
            infinitive = above.tag_ == "VB" and above.head.dep_ == "attr"  # "is the first firm to offer 5"
            if not infinitive and (above.head.dep_ not in ("attr", "dobj", "pobj") or above.tag_ == "VBN" or above.dep_ == "relcl"):
                return


def governing(token: Token) -> Iterator[Token]:
    """The verbs above the token, nearest first. "Six months after they left" belongs to the verb above "left"."""
    passed = token
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in above.children):
            mark = next((c for c in above.children if c.dep_ == "mark"), None)
            if not (passed.dep_ == "npadvmod" and mark is not None and passed.i < mark.i):
                yield above
        passed = above


def left_of(verb: Token) -> Token | None:
    """The noun right before a finite verb to which the parser gives no subject, an inserted phrase between commas passed over."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("acl", "relcl", "amod"):
        return None
    at = verb.i - 1
    while at > 0 and (verb.doc[at].pos_ in ("AUX", "ADV", "PART") or verb.doc[at].dep_ == "neg"):
        at -= 1
    if at > 0 and verb.doc[at].text == ",":
        opening = next((k for k in range(at - 1, max(at - 12, 0), -1) if verb.doc[k].text == ","), None)
        at = opening - 1 if opening is not None else -1
    return verb.doc[at] if at >= 0 and verb.doc[at].pos_ in NOMINAL else None


def resolved(subject: Token, verb: Token) -> Token | None:
    """The noun that a subject stands for; None where the sentence doesn't say."""
    if subject.pos_ not in ("PRON", "DET", "NUM"):
        return subject
    for child in subject.children:
        if child.lower_ == "of":  # each of the houses
            return next((inner for inner in child.children if inner.dep_ == "pobj" and inner.pos_ in NOMINAL), None)
    if subject.tag_ in ("WDT", "WP"):
        if verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL:
            return verb.head
        before = subject.doc[subject.i - 1] if subject.i else None
        return before if before is not None and before.pos_ in NOMINAL else None
    return antecedent(subject, verb)


def antecedent(pronoun: Token, verb: Token) -> Token | None:
    """What a personal pronoun probably stands for."""
    word = pronoun.lower_
    if word in ("he", "she"):
        names = [t for t in pronoun.doc[: pronoun.i] if t.pos_ == "PROPN" and t.dep_ != "compound"]
        leading = [t for t in names if t.dep_ in (*SUBJECTS, "ROOT", "poss", "nmod", "appos", "conj")]
        return (leading or names or [None])[-1]
    if word not in ("it", "they"):
        return None
    if word == "it" and any(c.dep_ == "advcl" and c.i < pronoun.i and any(m.lower_ == "if" for m in c.children) for c in verb.children):
        return None  # "If they agreed, it would save $5m": what the condition tells
    before = [token for token in pronoun.doc[: pronoun.i] if token.pos_ in NOMINAL and not (word == "they" and token.tag_ == "NN")]
    leading = [token for token in before if token.dep_ in (*SUBJECTS, "ROOT")] or [token for token in before if token.dep_ == "poss"]
    plural = [token for token in before if token.tag_ == "NNS" and token.lower_ not in TIMES]
    return next(iter(leading), plural[-1] if word == "they" and plural else None)


def nearest(span: Span) -> set[str]:
    """Where syntax gives nothing, the words of the noun phrase nearest before the number, else after it."""
    nouns = [word for word in span.doc if word.pos_ in NOMINAL and word.lower_ not in TIMES and not word.text[0].isdigit()]
    before = [word for word in nouns if word.i < span.start][-1:] or [word for word in nouns if word.i >= span.end][:1]
    return {word for noun in before for word in phrase_words(noun)}


def complements(head: Token, inside: set[int], holding: tuple[str, ...] = _HOLDING) -> set[str]:
    """The phrases that "of", "for", "in" and their like hang on a word."""
    found: set[str] = set()
    for child in head.children:
        if child.i not in inside and child.dep_ == "prep" and child.i > head.i and child.lower_ in holding:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.i not in inside and not inner.like_num and inner.ent_type_ == "":
                    found |= phrase_words(inner)
    return found
