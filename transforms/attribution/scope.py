"""Which cues of a sentence cover a number: walking from the number up through the clauses that hold it.

The result is a list of links, innermost first; who the speakers are in the article is settled elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transforms.attribution import adjacent, adjuncts, closing, cues, denials, informants, mute, papers, placing, reach, speakers, subjects
from transforms.attribution.cues import Cue
from transforms.attribution.link import Link

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset(("ccomp", "xcomp", "parataxis", "csubj", "csubjpass"))


_OBJECTS = frozenset(("dobj", "attr", "oprd", "prep", "nummod", "npadvmod", "dative", "pcomp", "acl", "advcl"))


def links(doc: Doc, token: Token) -> list[Link]:
    """The cues that cover the token, innermost first, each once."""
    found: list[Link] = []
    node, came_from = token, None
    path = {token.i}
    aside = 0
    while True:
        found.extend(adjuncts.beside(node, came_from, path, token))
        if node.head == node:
            break
        parent = node.head
        link = _governor(node, parent, token)
        if link is not None:
            found.append(link)
        if any(own.first == parent.i and own.cue.kind == "speech" for own in found) and reach.ends_at(parent):
            break
        if not aside and reach.is_aside(node):
            aside = node.left_edge.i
        came_from, node = node, parent
        path.add(node.i)
    if aside:
        found = [link for link in found if not (link.cue.kind not in ("preposition", "evidence") and reach.is_before(doc[link.first], aside))]
    if not any(link.cue.text == "according to" for link in found):
        found.extend(adjuncts.according_anywhere(doc, token))
    # those whom a poll asked are no source: the poll is, wherever the sentence names it
    found = [link for link in found if not informants.is_share(doc[link.speaker]) and not mute.cannot_speak(doc[link.speaker])]
    found = [_of_document(doc, _issued(doc, link)) for link in found]
    found = reach.within_segment(doc, found, token.i)
    if not found:
        found.extend(papers.survey_anywhere(doc, token))
    found = _closed(doc, token, found)
    if not found:
        tail = adjuncts.parenthetical(doc, token) or adjuncts.documents_show(doc, token) or (None if aside else _ahead(doc, token))
        if tail is not None:
            found.append(tail)
    foreseen = adjuncts.foreseen(doc, token)
    if foreseen is not None:
        found = [foreseen, *(link for link in found if link.first != foreseen.first)]
    unique: dict[int, Link] = {}
    if any(link.cue.text != "in" for link in found):
        found = [link for link in found if link.cue.text != "in"]
    for link in found:
        if link.cue.commitment in ("says", "claims") and link.cue.kind == "speech" and denials.is_called_false(token, doc[link.first]):
            link = replace(link, cue=replace(link.cue, commitment="denies"))
        unique.setdefault(link.first, link)
    ordered = list(unique.values())
    # ", Lenta reported" at the end of a sentence stands outside of all that comes before it
    closing = [link for link in ordered if link.cue.kind == "speech" and link.first > token.i and _closes(doc, link)]
    if len(closing) == 1 and any(link.first < token.i for link in ordered):
        ordered.remove(closing[0])
        ordered.append(closing[0])
    return ordered


_ISSUING = frozenset("release publish issue unveil post circulate".split())


def _issued(doc: Doc, link: Link) -> Link:
    """ "The ministry released a report showing 40 cases": a paper without an author of its own is the word of who puts it out."""
    paper = doc[link.speaker]
    verb = paper.head
    if paper.dep_ != "dobj" or verb.lemma_ not in _ISSUING or verb.tag_ == "VBN" or not informants.is_document(paper) or paper.pos_ == "PROPN":
        return link
    if any(
        c.dep_ in ("poss", "compound", "nmod") and c.tag_ != "PRP$" or c.dep_ == "prep" and c.lower_ in ("by", "from", "of") for c in paper.children
    ):
        return link
    subject = subjects.subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or not informants.is_informant(subject) and subject.lower_ not in speakers.organisation_words():
        return link
    return replace(link, speaker=subject.i)


_OUTCOMES = frozenset("result finding".split())


def _of_document(doc: Doc, link: Link) -> Link:
    """ "according to results of the latest Orlo poll": the poll, or whatever document the results are of."""
    noun = doc[link.speaker]
    if noun.lemma_.lower() not in _OUTCOMES:
        return link
    whole = next((c for prep in noun.children if prep.lower_ in ("of", "from") for c in prep.children if c.dep_ == "pobj"), None)
    return replace(link, speaker=whole.i) if whole is not None and whole.tag_ != "NNS" and informants.is_document(whole) else link


def _closed(doc: Doc, number: Token, found: list[Link]) -> list[Link]:
    """The links with the attribution that ends the sentence: it covers what no other cue does, and its words name its speaker best."""
    if found and all(link.first < number.i for link in found):
        return found
    last = closing.find(doc)
    if last is None or number.i >= closing.start(doc, last) or any(t.text == ";" for t in doc[number.i : last.first]):
        return found
    if not found:
        return [last]
    return [last if link.first == last.first else link for link in found]


def _ahead(doc: Doc, number: Token) -> Link | None:
    """A cue before the number that the parser tied to something else."""
    return adjuncts.before_that(doc, number) or adjuncts.before_colon(doc, number) or adjacent.before_clause(doc, number)


def _closes(doc: Doc, link: Link) -> bool:
    """Whether only the speaker, a comma before it and an adverbial of a few words stand beside the cue at the end."""
    if len(doc) - link.first > 6:
        return False
    left = min(doc[link.speaker].left_edge.i, link.first)
    return left > 0 and doc[left - 1].text in (",", '"', "”")


def _governor(child: Token, parent: Token, number: Token) -> Link | None:
    """The parent as a cue that takes the child as its content."""
    noun = cues.noun_cue(parent)
    if noun is not None:
        return _noun_link(noun, child, parent)
    for cue in cues.verb_cues(parent):
        if _takes(cue, child, parent, number):
            subject = subjects.subject_of(parent)
            if subject is not None and (subject.i == child.i or adjuncts.is_inside(subject, number) and not adjuncts.is_inside(subject, parent)):
                continue
            if cue.kind == "evidence" and (subject is None or not (informants.can_show(subject) or subject.lower_ in ("it", "they"))):
                continue
            if cue.text == "call for" and subject is not None and subject.lemma_.lower() in _DECREES:
                continue  # a sentence for theft calls for 9 years
            if cue.text == "ask" and any(t.lower_ in ("whether", "if", "how") for t in child.children):
                continue
            if cue.kind == "speech" and denials.is_withheld(parent, child):
                continue
            if cue.text == "have" and (child.lemma_.lower() in _POSSESSED or any(t.lemma_.lower() in _PRECISION for t in child.subtree)):
                continue  # a poll's margin of error is no finding, nor are a report's 30 pages
            last = parent.i + len(cue.text.split())
            if subject is not None:
                return Link(denials.of_verb(cue, parent), parent.i, last, subject.i)
    return _calling(parent, number)


_PRECISION = frozenset("margin interval sample".split())
_DECREES = frozenset("term law statute sentence sentencing rule recipe formula crime offence offense charge conviction".split())
# what documents and offices have without saying it
_POSSESSED = frozenset(
    "page chapter section paragraph sentence word line item question part volume author editor writer contributor staff member employee subscriber "
    "reader copy signature entry budget error typo table chart map footnote appendix participant respondent".split()
)


def _calling(parent: Token, number: Token) -> Link | None:
    """ "called the figure of 90 false", "described the toll as exaggerated"."""
    if parent.lemma_ not in ("call", "brand", "label", "describe", "denounce", "term"):
        return None
    is_false = denials.is_called_false(number, parent) or denials.is_followed_by_false(number)
    if not is_false and not _is_quoted_name(parent):
        return None
    subject = subjects.subject_of(parent)
    commitment = "denies" if is_false else "says"
    return Link(Cue(parent.lemma_, "speech", commitment, "number"), parent.i, parent.i + 1, subject.i) if subject is not None else None


_OPENS = frozenset(('"', "“", "''", "``"))


def _is_quoted_name(verb: Token) -> bool:
    """Whether what the verb calls its object is quoted: "called half of them “hopeless”"."""
    if verb.lemma_ not in ("call", "brand", "label"):
        return False
    return any(
        c.dep_ in ("oprd", "ccomp", "attr", "acomp") and c.i > verb.i and any(t.text in _OPENS for t in verb.doc[verb.i + 1 : c.i])
        for c in verb.children
    )


_OF_OTHERS = frozenset("predict forecast project estimate report".split())
_OPEN_MODALS = frozenset("may might could must should can".split())


def _is_participle(parent: Token, child: Token) -> bool:
    """ "Provisions added to the bill included 9 million": the parser's main verb is a participle, and the verb of the sentence its content."""
    if (
        parent.head != parent
        or parent.tag_ not in ("VBD", "VBN")
        or child.dep_ != "ccomp"
        or child.i < parent.i
        or child.tag_ not in ("VBD", "VBZ", "VBP")
    ):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl", "mark") for c in child.lefts) or _is_opened(parent, child):
        return False
    subject = next((c for c in parent.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.pos_ == "NOUN" and not informants.is_informant(subject)


def _is_opened(parent: Token, child: Token) -> bool:
    return any(t.text in _OPENS or t.is_punct for t in parent.doc[parent.i + 1 : child.i])


def _takes(cue: Cue, child: Token, parent: Token, number: Token) -> bool:
    if _is_participle(parent, child):
        return False
    if any(c.tag_ == "MD" and c.lower_ in _OPEN_MODALS for c in parent.lefts):
        return False  # "guests must promise to pay 40 euros", "some may have thought that …": nobody has said it
    if cue.text == "hold" and child.i < parent.i:
        return False  # "voters choose 40 members; on Saturday, Tavia holds talks"
    if cue.text in _OF_OTHERS and child.dep_ == "xcomp" and child.tag_ == "VB":
        return False  # "holds 70 seats and [is] predicted to win 73"
    if cue.kind == "speech" and child.i > parent.i and (_is_bare(child, parent, number) or _spells_out(child, parent)):
        return True
    if child.dep_ in ("conj", "advcl") and child.i > parent.i and cue.kind == "speech" and _goes_on(child, parent):
        return True
    if child.dep_ == "xcomp" and child.tag_ == "VB" and cue.kind != "evidence" and cue.commitment != "expects":
        if any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in parent.lefts) and subjects.subject_of(parent) is not parent.head:
            return True  # "the fall, which analysts say cost 3 million"
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _PLANS for c in parent.children)  # "announced plans to give 15 million"
    if cue.takes == "quote" and child.i > parent.i:
        return False
    if cue.kind == "speech" and child.dep_ in _ADDED and _is_inserted(parent, child):
        return True
    if cue.text == "describe" and child.lower_ == "as" and any(c.lower_ == "what" for c in parent.lefts):
        return True  # "what prosecutors describe as 3 million in bribes"
    if child.dep_ == "advcl" and child.i < parent.i and parent.i + 1 < len(parent.doc) and parent.nbor().text == ",":
        return cue.kind == "speech"  # "If the river rises by 3 metres, the mayor said, the dam will fail."
    if cue.kind == "evidence" and child.dep_ == "conj" and child.lemma_ == "be":
        return False  # "The figure reflects spring sales and is a 4 percent rise"
    if child.dep_ in _CLAUSES or (cue.kind == "evidence" and child.i > parent.i):
        return True
    if child.dep_ == "nsubjpass" and cue.takes == "number":
        return any(c.dep_ == "agent" for c in parent.children)
    if cue.takes == "quote":
        return False
    if cue.text in _ACCUSING:
        return child.dep_ == "prep" and child.lower_ in ("of", "with", "for") and not _is_accused(parent)
    if cue.text in _TELLING and child.dep_ == "prep" and child.lower_ == "of" and child.i > parent.i:
        return True  # "was told by rescuers of 30 dead", "warned of 30 more"
    if child.dep_ == "prep" and child.lower_ == "about" and child.i == parent.i + 1 and number.i - child.i < 4 and cue.kind == "speech":
        return any(other.dep_ == "ccomp" for other in parent.children)  # "said about half of them had left"
    if cue.takes == "clause":
        return child.dep_ in ("dobj", "dep") and _is_clause(child) and child.i > parent.i
    if cue.kind == "speech" and child.dep_ == "advmod" and child.lower_ in ("up", "down") and cue.takes == "number":
        return any(c.dep_ == "dobj" and parent.i < c.i < child.i for c in parent.children)  # "reported sales of 3 million, up 9% from 2 million"
    if cue.text in adjuncts.PLACING and child.dep_ == "advmod" and (child.lower_ in ("ahead", "behind") or placing.places_figure(parent)):
        return True  # "the pollster put Roe 3 points ahead", "puts the epicentre 9 km south"
    if cue.text in adjuncts.PLACING and not placing.is_placed(child, parent):
        return False
    return child.dep_ in _OBJECTS and child.i > parent.i


_ADDED = frozenset(("prep", "pcomp", "npadvmod", "dobj", "oprd", "attr", "dep"))


def _is_inserted(cue: Token, after: Token) -> bool:
    """Whether the cue stands between commas and its content goes on: "Turnout was high, officials said, with 4,000 voting"."""
    if after.i <= cue.i + 1 or cue.nbor().text != "," or after.left_edge.i != cue.i + 2:
        return False
    return any(c.dep_ == "ccomp" and c.i < cue.i for c in cue.children)


def _is_bare(child: Token, cue: Token, number: Token) -> bool:
    """ "the coast guard said 22": nothing but the number is said."""
    return cues.lemma(cue) == "say" and child == number and child.dep_ == "dobj" and child.tag_ == "CD" and child.i - cue.i <= 3


_DASHES = frozenset(("--", "—", "–", "-", ":", ","))


def _spells_out(child: Token, cue: Token) -> bool:
    """What goes on about a clause that was said: "said 40 had fled, with 12 still missing", "said 40 were sold -- 30 cars and 10 vans"."""
    if child.dep_ == "prep" and child.lower_ != "with" or child.dep_ not in ("prep", "dobj"):
        return False
    mark = cue.doc[child.left_edge.i - 1]
    said = next((c for c in cue.rights if c.dep_ == "ccomp"), None)
    return said is not None and cue.i < said.i < child.i and mark.text in _DASHES and (child.dep_ == "prep" or mark.text != ",")


_PLANS = frozenset("plan intention decision intent proposal".split())
_ACCUSING = frozenset("accuse charge suspect blame".split())


_TELLING = frozenset("tell inform notify warn".split())


def _is_accused(verb: Token) -> bool:
    """ "appeared in court, charged with two thefts": a participle, whose subject is the one accused."""
    has_voice = any(c.dep_ in ("nsubj", "agent", "aux") for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "conj", "dep") and not has_voice


def _goes_on(child: Token, cue: Token) -> bool:
    """Content that the parser hung beside the cue: "These men, he said, were poor", "says it would fall, but would rise again"."""
    if child.dep_ == "conj" and any(c.lower_ == "that" and c.dep_ == "mark" for c in child.lefts):
        return True  # "said the bridge was safe, and that 40 others were not"
    if child.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
        return _is_said_too(child, cue)
    if child.dep_ == "advcl" and _is_while_others(child, cue):
        return True
    if any(c.dep_ == "nsubj" for c in child.children):
        return False
    said = next((c for c in cue.children if c.dep_ == "ccomp"), None)
    if said is not None:
        has_modal = [any(c.tag_ == "MD" for c in verb.children) for verb in (said, child)]
        return child.dep_ == "conj" and all(has_modal)
    subject = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    if subject is None or any(c.dep_ == "dobj" for c in cue.children):
        return False
    left = subject.left_edge.i
    return left > 1 and cue.doc[left - 1].text == "," and any(t.text == "," for t in cue.doc[cue.i : child.i])


def _is_while_others(clause: Token, cue: Token) -> bool:
    """ "said 12 houses burned, while 30 cars were lost": the other count of what was said, and nobody else who acts or speaks."""
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or cues.verb_cues(clause) or not any(c.lower_ == "while" for c in clause.lefts):
        return False
    is_counted = subject.tag_ == "CD" or any(c.dep_ == "nummod" for c in subject.children)
    return is_counted and any(c.dep_ == "ccomp" and cue.i < c.i < clause.i for c in cue.rights)


def _is_said_too(clause: Token, cue: Token) -> bool:
    """ "said that the quake was shallow, and its centre was 40 km away": a second clause with "and" after one that was said."""
    said = next((c for c in cue.rights if c.dep_ == "ccomp" or c.dep_ == "prep" and any(d.dep_ == "acl" for d in c.subtree)), None)
    if said is None or not cue.i < said.i < clause.i or cues.verb_cues(clause):
        return False
    subject = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    first = clause.left_edge.i
    joint = next((cue.doc[i] for i in range(first - 1, said.i, -1) if cue.doc[i].pos_ == "CCONJ"), None)
    return subject is not None and joint is not None and joint.lower_ == "and" and first - joint.i <= 2


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)


def _is_content_clause(clause: Token) -> bool:
    """ "a report that the firm had lost 3 million": the parser's relative clause whose "that" is no part of it."""
    that = next((c for c in clause.lefts if c.lower_ == "that"), None)
    return that is not None and that.dep_ == "mark" and _is_clause(clause)


_FORESEEN = frozenset("predicted projected expected estimated forecast reported".split())


def _noun_link(cue: Cue, child: Token, noun: Token) -> Link | None:
    """ "X's estimate of 12", "the claim that 12 …", "a pledge by X to send 12"."""
    if child.i < noun.i:
        return None
    if child.dep_ not in ("acl", "ccomp", "prep", "relcl", "appos", "xcomp"):
        return None
    if child.dep_ == "prep" and child.lower_ not in ("of", "that", "for", "about"):
        return None
    is_content = child.dep_ == "relcl" and _is_content_clause(child)
    if child.dep_ in ("relcl", "appos") and cue.commitment != "claims" and not is_content:
        return None
    owner = papers.owner_of(noun)
    if owner is not None and owner.tag_ == "PRP$" and any(c.dep_ == "amod" and c.lower_ in _FORESEEN for c in noun.lefts):
        return None  # "its predicted tally of nine": others predict it
    if owner is not None and owner.tag_ == "PRP$" and noun.dep_ == "dobj":
        owner = subjects.subject_of(noun.head) or owner  # "the government cut its forecast for …"
    if owner is None and noun.tag_ == "NNS" and child.dep_ in ("acl", "ccomp"):
        # "Roe estimates that …", where the parser takes the verb for a noun
        owner = next((c for c in noun.children if c.dep_ == "compound" and c.text[:1].isupper()), None)
    if owner is None and noun.dep_ == "pobj" and noun.head.lower_ == "in" and cues.verb_cues(noun.head.head):
        owner = subjects.subject_of(noun.head.head)  # "Police said in a statement that …"
    if owner is None and informants.is_document(noun) and (is_content or child.dep_ in ("acl", "ccomp") and _is_clause(child)):
        owner = noun
    if owner is None:
        return None
    return Link(cue, noun.i, noun.i + 1, owner.i)
