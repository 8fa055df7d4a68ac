"""Who a cue belongs to: the subject (or agent) of a verb of saying, and the words that name it.

Works on one parsed sentence; the article-wide name is given in `naming`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

OFFICES = frozenset("minister secretary commissioner director chief officer spokesman spokeswoman".split())
_POSTMODIFIERS = frozenset("of for from in at on with by to against about near under between among".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of a speaker in one sentence: token range `first` to `last` (exclusive), `head`, and whether by name."""

    head: int
    first: int
    last: int
    kind: str  # pronoun, person, organisation or nominal


_MADE = frozenset("release publish issue compile conduct commission prepare produce".split())


def titles() -> frozenset[str]:
    """Lower-case words that stand before a person's name."""
    return tables.words("titles", "title")


def organisation_words() -> frozenset[str]:
    """Lower-case words that end organisations' names."""
    return tables.words("organisation_words", "word")


_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year morning evening night afternoon "
    "january february march april may june july august september october november december time day".split()
)


def is_time(token: Token) -> bool:
    """Whether the token names a day, month or like span, and so is no speaker."""
    if token.text in ("Time", "Times", "TIME", "Today", "TODAY") or any(child.dep_ in ("compound", "nmod") for child in token.children):
        return False
    if token.lower_ in _ENDS:  # "by the end of the year"
        return any(child.lower_ == "of" and any(is_time(inner) for inner in child.children) for child in token.children)
    return token.lower_.rstrip("s") in _TIMES or token.text.isdigit()


_ENDS = frozenset("end start beginning close middle turn".split())


def describe(head: Token, phrase: tuple[int, int] | None = None) -> Speaker:
    """The speaker's words: what stands before the head, and the short phrases that belong to it behind; the `phrase` where it is known."""
    doc = head.doc
    if phrase is not None:
        is_body = head.pos_ == "PROPN" and is_organisation(doc, *phrase)
        return Speaker(head.i, phrase[0], phrase[1], "organisation" if is_body else "nominal")
    if head.pos_ == "PRON" or head.tag_ in ("PRP", "WP", "DT"):
        return Speaker(head.i, head.i, head.i + 1, "pronoun")
    if head.pos_ == "VERB" and head.dep_ in ("csubj", "nsubj") and head.text[:1].isupper():
        words = _up_to_comma(doc, head.left_edge.i, head.right_edge.i + 1)
        if all(t.text[:1].isupper() for t in words if t.pos_ in ("VERB", "NOUN", "PROPN")):
            return Speaker(head.i, words.start, words.end, "organisation")  # "Save the Children"
    seated = _seated(head)
    if seated is not None:
        return seated
    head = _apposed_name(head) or _issuer(head) or _pollster(head) or head
    if head.pos_ == "PROPN" and not (head.text.islower() and head.lower_ in organisation_words()):
        first, last = _name_run(head)
        office = next((i for i in range(last - 2, first - 1, -1) if doc[i].lower_ in OFFICES), None)
        if office is not None and doc[last - 1].lower_ not in organisation_words():  # "Mining Services Minister Ada Orr"
            first = office + 1
        kind = "organisation" if is_organisation(doc, first, last) or _is_league(head, last) else "person"
        if kind == "person":
            is_of_state = doc[first].text == "State" and first > 0 and doc[first - 1].lower_ == "of"  # "Secretary of State Jane Roe"
            first = _after_titles(doc, first + (doc[first].lower_ == "both" or is_of_state and last - first > 1), last)
            first = _after_owner(doc, first, last)
        else:
            first, last = _organisation(head, first, last)
        return Speaker(head.i, first, last, kind)
    return Speaker(head.i, _left(head), _right(head), "nominal")


def _seated(head: Token) -> Speaker | None:
    """ "Orlo, Mich.-based First Harbour said": the firm behind the town where it sits."""
    doc = head.doc
    based = next((i for i in range(head.i - 1, max(head.i - 6, -1), -1) if _is_based(doc, i)), None)
    if based is None and head.i + 3 < len(doc) and doc[head.i + 1].text == ",":
        based = next((i for i in range(head.i + 2, min(head.i + 6, len(doc) - 1)) if doc[i].lower_.endswith("based")), None)
        if based is not None and any(doc[i].tag_ == "DT" for i in range(head.i + 2, based)):
            return None  # "Ada Orr, an Orlo-based analyst"
    if head.pos_ != "PROPN" or based is None:
        return None
    between = doc[based + 1 : head.i] if based < head.i else doc[head.i : based]
    if any(token.pos_ in ("VERB", "AUX") for token in between):
        return None
    first = last = based + 1
    while last < len(doc) and (doc[last].text[:1].isupper() or doc[last].text in ("&", "of", "and", "-") and doc[last].nbor().text[:1].isupper()):
        last += 1
    if last == first or doc[first].lower_ in ("of", "and") or first <= last <= head.i:
        return None  # "Orlo-based Liberal strategist Ada Moss"
    of = next((i for i in range(first, last) if doc[i].text == "of"), last)
    return Speaker(of - 1, first, last, "organisation")


def _is_based(doc: Doc, i: int) -> bool:
    return doc[i].lower_.endswith("-based") or doc[i].lower_ == "based" and i > 0 and doc[i - 1].text in ("-", "‑", "–")


def partner(head: Token) -> Speaker | None:
    """The second of two who speak together, each by name: "Ada Orr and Ivan Dell said", "The ONR and CNT reported"."""
    second = next((c for c in head.rights if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
    if second is None or any(c.dep_ == "conj" for c in second.children):
        return None
    described = describe(second)
    kind = describe(head).kind
    is_pair = described.kind == kind in ("person", "organisation") and described.first == head.i + 2 and head.nbor().lower_ == "and"
    return described if is_pair else None


def _up_to_comma(doc: Doc, first: int, last: int) -> Span:
    return doc[first : next((i for i in range(first, last) if doc[i].text == ","), last)]


def _apposed_name(head: Token) -> Token | None:
    """`the mayor, Ivan Petrov,` is named by the apposition, unless that only adds an office."""
    if head.pos_ != "NOUN":
        return None
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i:
            if child.lower_ not in organisation_words() or any(c.lower_ in ("a", "an", "another") for c in head.lefts):
                return child
        if child.dep_ == "relcl" and child.lemma_ in ("give", "identify"):
            given = _named_as(child)
            if given is not None:
                return given
    return _name_behind(head)


def _named_as(verb: Token) -> Token | None:
    """ "an official who gave his name as Orr", "a man who identified himself as Orr"."""
    named = (c for t in (verb, *verb.rights) for c in t.children if c.dep_ == "prep" and c.lower_ == "as")
    return next((inner for prep in named for inner in prep.children if inner.dep_ == "pobj" and inner.pos_ == "PROPN"), None)


def _name_behind(head: Token) -> Token | None:
    """`said the head of the rescue service, Anton Lukin`: the name between commas after an office, wherever it hangs."""
    doc = head.doc
    if head.tag_ != "NN" or not any(c.lower_ in ("the", "a", "an") or c.dep_ == "poss" for c in head.lefts):
        return None
    comma = next((i for i in range(head.i + 1, min(head.i + 12, len(doc))) if doc[i].text in (",", ";") or doc[i].pos_ == "VERB"), None)
    if comma is None or doc[comma].text != ",":
        return None
    last = comma + 1
    while last < len(doc) and doc[last].pos_ == "PROPN":
        last += 1
    if last - comma < 3 or (last < len(doc) and not doc[last].is_punct) or is_organisation(doc, comma + 1, last):
        return None
    return doc[last - 1]


def _pollster(head: Token) -> Token | None:
    """ "a poll on Friday by Orlo Research", "a survey published on Friday by Orlo Research": who asked, where a day stands between."""
    if head.lemma_.lower() not in ("poll", "survey"):
        return None
    made = next((c for c in head.rights if c.dep_ == "acl" and c.lemma_ in _MADE), None)
    preps = [c for noun in (head, made) if noun is not None for c in noun.rights if c.dep_ in ("prep", "agent")]
    preps += [c for prep in preps for time in prep.children for c in time.children if c.lower_ == "by"]
    by = next((c for c in preps if c.lower_ in ("by", "from")), None)
    if by is None or by.i == head.i + 1 or not any(is_time(token) for token in head.doc[head.i : by.i]):
        return None
    return next((c for c in by.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)


_ISSUED = frozenset(
    "statement statistics statistic figure figures data datum tally calculation count estimate projection number communique interview".split()
)


def _issuer(head: Token) -> Token | None:
    """`figures released by the Statistics Office`: the body behind the data, where it has a name."""
    if head.lower_ not in _ISSUED and head.lemma_.lower() not in _ISSUED:
        return None
    for child in head.rights:
        if child.dep_ == "relcl" and child.lemma_ in _MADE:
            owner = next((c for c in child.lefts if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
            if owner is not None:
                return owner  # "figures her campaign released"
        agents = [child] if child.dep_ in ("prep", "agent") else [c for c in child.children if c.dep_ == "agent"] if child.dep_ == "acl" else []
        for agent in agents:
            issuer = next((c for c in agent.children if c.dep_ == "pobj"), None)
            if agent.lower_ in ("by", "from", "with") and issuer is not None:
                return _named_within(issuer)
    return None


def _named_within(noun: Token) -> Token | None:
    """The noun if it is a name, or the name that it belongs to ("the office of the High Commissioner")."""
    if noun.pos_ == "PROPN" and not is_time(noun):
        return noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            found = _named_within(inner) if inner is not None else None
            if found is not None and (child.lower_ == "of" or is_organisation(found.doc, *_name_run(found))):
                return found
            for deeper in inner.children if inner is not None and child.lower_ == "in" else ():
                if deeper.dep_ == "prep" and deeper.lower_ == "of":
                    far = next((c for c in deeper.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
                    if far is not None:
                        return far
    return None


def _name_run(head: Token) -> tuple[int, int]:
    doc, first, last = head.doc, head.i, head.i + 1
    while first > 0 and _in_name(doc[first - 1], first - 1 > 0):
        first -= 1
    while (
        last < len(doc)
        and doc[last].pos_ == "PROPN"
        and (doc[last].head == head or doc[last].dep_ in ("flat", "compound"))
        and doc[last].text[:1].isupper()
    ):
        last += 1
    return first, last


def _in_name(token: Token, inside: bool) -> bool:
    if token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS"):
        return True
    if token.text in ("-", "/", "&") and not token.whitespace_:
        return True
    return token.dep_ in ("compound", "amod") and token.text[:1].isupper() and token.i + 1 < len(token.doc)


def is_organisation(doc: Doc, first: int, last: int) -> bool:
    """Whether a run of name words names an organisation rather than a person, by its words and form."""
    words = [doc[i].text for i in range(first, last)]
    final = words[-1]
    if any(word.lower() in organisation_words() for word in words[-1:]) or final.isupper() and len(final) > 1:
        return True
    return any(word.lower() in organisation_words() and word[:1].isupper() for word in words) or "/" in words


def is_collective(token: Token) -> bool:
    """Whether the noun is a body that can speak ("agency", "ministry", "police")."""
    return token.lower_ in organisation_words() or token.lower_ in ("agency", "group", "company", "firm", "police")


def _is_league(head: Token, last: int) -> bool:
    """ "Citizens for Orr", "Doctors for Peace": a name in the plural with what it is for."""
    doc = head.doc
    return head.text.endswith("s") and last + 1 < len(doc) and doc[last].lower_ == "for" and doc[last + 1].text[:1].isupper()


def _after_titles(doc: Doc, first: int, last: int) -> int:
    for i in range(last - 2, first - 1, -1):
        word = doc[i].lower_.rstrip(".")
        if word in titles() or doc[i].tag_ == "POS" or (doc[i].text.islower() and doc[i].pos_ == "NOUN"):
            return i + 1
    return first


def _after_owner(doc: Doc, first: int, last: int) -> int:
    """ "Orlo's analyst Ada Moss" is Ada Moss, where the phrase holds the owner too."""
    mark = next((i for i in range(first, last - 1) if doc[i].tag_ == "POS"), None)
    if mark is None:
        return first
    names = [i for i in range(mark + 1, last) if doc[i].text[:1].isupper()]
    return names[0] if len(names) > 1 and names[-1] == last - 1 else first


def _organisation(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    owner = next((c for c in head.children if c.dep_ == "poss" and c.i < first), None)
    if owner is not None and owner.pos_ == "PROPN":
        first = _name_run(owner)[0]
    if last + 2 < len(doc) and doc[last].lower_ == "to" and all(doc[i].text[:1].isupper() for i in (last + 1, last + 2)):
        last += 2  # "Committee to Protect Rivers"
        while last < len(doc) and doc[last].text[:1].isupper():
            last += 1
        return first, last
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "on") and child.i == last:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.pos_ == "PROPN":
                last = min(_trim(doc, child.i, inner.right_edge.i + 1), first + 12)
    return first, last


_NEWNESS = frozenset("new latest recent separate another".split())


def _left(head: Token) -> int:
    doc, first = head.doc, head.left_edge.i
    opening = _opening_bracket(head)
    if opening is not None:
        # "Orlo Health Office (OHO) data": the acronym in brackets only repeats the name
        return _name_run(doc[opening - 1])[0]
    for i in range(head.i - 1, first - 1, -1):
        if (
            doc[i].text in (",", ";", ":", '"', "“", "”", "(", ")")
            or doc[i].pos_ in ("VERB", "AUX", "SCONJ")
            and doc[i].dep_ not in ("amod", "compound")
            and not (doc[i].tag_ == "VBG" and i + 1 == head.i and i > 0 and doc[i - 1].dep_ == "det")
        ):
            first = i + 1
            break
    while (
        first < head.i
        and (
            doc[first].lower_ in _NEWNESS
            and doc[first].pos_ != "PROPN"
            or doc[first].lower_ == "whose"
            or doc[first].dep_ in ("det", "cc", "mark", "predet", "preconj")
            or doc[first].pos_ in ("ADV", "PUNCT", "CCONJ", "ADP")
        )
        and doc[first].lower_ not in ("no",)
    ):
        first += 1
    return first


def _opening_bracket(head: Token) -> int | None:
    """Where the brackets open that hold one word between a name and the noun."""
    doc, i = head.doc, head.i
    if i < 4 or doc[i - 1].text != ")" or doc[i - 3].text != "(" or not doc[i - 2].text.isupper() or doc[i - 4].pos_ != "PROPN":
        return None
    return i - 3


_ABOUT = frozenset(("of", "on", "about", "among", "with", "in", "at", "to", "against"))


def _right(head: Token) -> int:
    last = head.i + 1
    is_poll = head.lemma_.lower() in ("poll", "survey", "census", "polling")
    for child in head.rights:
        if is_poll and child.lower_ in _ABOUT or _dates(child):
            break
        is_name = child.text == "Without" and head.text[:1].isupper()
        if child.dep_ == "prep" and (child.lower_ in _POSTMODIFIERS or is_name) and child.i == last:
            last = _trim(head.doc, child.i, child.right_edge.i + 1)
        elif child.dep_ == "acl" and child.lemma_ in _MADE and child.i == last and any(c.dep_ == "agent" for c in child.children):
            last = _trim(head.doc, child.i, child.right_edge.i + 1)  # "report released by the Orlo Institute"
        elif child.dep_ == "conj" and child.i - last <= 3 and child.pos_ in ("NOUN", "PROPN"):
            last = _trim(head.doc, last, child.i + 1)
        elif child.dep_ not in ("cc", "case"):
            break
    return last


def _dates(child: Token) -> bool:
    """ "officials on Saturday", "a report in March": when they spoke is no part of who they are."""
    time = (
        next((c for c in child.children if c.dep_ == "pobj" and is_time(c)), None)
        if child.dep_ == "prep" and child.lower_ in ("on", "in", "at")
        else None
    )
    if time is None:
        return False
    after = time.i + 1
    return after >= len(child.doc) or child.doc[after].lower_ not in ("by", "from")


def _trim(doc: Doc, start: int, end: int) -> int:
    """End of the phrase before the first comma, clause or the limit of nine words."""
    for i in range(start, min(end, start + 9)):
        if (
            i > start
            and _dates(doc[i])
            or doc[i].text in (",", ";", ":", "(", '"', "“", "-", "–", "—")
            or doc[i].dep_ in ("relcl",)
            or doc[i].tag_ in ("WDT", "WP")
        ):
            return i
    return min(end, start + 9)
