"""Who is responsible for each number of an article, by cue, scope, quotation and naming."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transforms.attribution import after, before, bodies, chains, denials, headlines, informants, polls, quotes, scope, speakers, turns
from transforms.attribution.attribution import NONE, Attribution
from transforms.attribution.link import Link
from transforms.attribution.naming import Heard, Names
from transforms.language import countries, nlp
from transforms.language.document import Document, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_UNRESOLVED = frozenset("he she it they him her them this that these those who which some".split())


@dataclass(frozen=True, slots=True)
class _Hop:
    """One link with its place: sentence, cue span and speaker in the article."""

    sentence: int
    link: Link
    text: str
    start: int
    end: int
    name: str


def attribute(document: Document, spans: Sequence[tuple[int, int]]) -> list[Attribution]:
    """The attribution of each number span (start, end in code points of the article), in the order given."""
    document.parse(sorted({document.sentence_at(start).index for start, _ in spans}))
    names = Names(document)
    reader = _Reader(document, names, bodies.Bodies(names, document), {}, [], turns.find(document))
    found: list[Attribution] = []
    last = 0
    for start, end in spans:
        said = reader.attribute(start, end)
        if said.source is None and found:
            said = _of_these(document, start, found[-1])
        found.append(said if said.source is not None else polls.goes_on(document, start, end, found[-1] if found else None, last))
        last = start
    return found


# "Of these, 40 were in hospital": parts of a sum that was told in the sentence before
_PARTS = re.compile(
    r"(?:out\s+of|of|among)\s+(?:these|them|those(?!\s+(?:at|who|in|on|from|with))|the\s+(?:dead|injured|wounded|victims|total))\b|(?:these|they)\s+include[ds]?\s+(?=\d)",
    re.IGNORECASE,
)


def _of_these(document: Document, start: int, before: Attribution) -> Attribution:
    """Whoever told the sum in the sentence before tells its parts: "The bureau reported 60 cases. Of these, 40 …"."""
    sentence = document.sentence_at(start)
    if before.sentence is None or before.quote != "indirect" or not _PARTS.match(sentence.text.lstrip()):
        return NONE
    return before if sentence.index - before.sentence in (0, 1) and document.quotation_at(start) is None else NONE


def _is_definite(head: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that", "these", "those", "its", "his", "her", "their") for child in head.lefts)


def _numeral(span: Span) -> Token:
    """The token that stands for the number: of "between 4 and 6" the first numeral, not the preposition."""
    root = span.root
    return next((token for token in span if token.pos_ == "NUM"), root) if root.pos_ != "NUM" and root.tag_ != "CD" else root


_AUTHOR = frozenset("i we you us me one anyone anybody someone somebody nobody everyone everybody there what all".split())


def _origins(document: Document, found: list[tuple[int, Link]]) -> list[tuple[int, Link]]:
    """The links that are steps of a chain: an inner link only counts if somebody else speaks in it and claims to know."""
    kept = list(found[-1:])
    for index, link in reversed(found[:-1]):
        speaker = document.doc(index)[link.speaker]
        if link.cue.text in _RECORDING and not informants.counts(speaker) or _is_own_paper(speaker, link, found[-1], index):
            continue
        known = informants.is_informant(speaker) or speaker.pos_ == "NOUN" and not informants.is_asked(speaker)
        if (
            known
            and speaker.pos_ != "PRON"
            and link.cue.kind not in ("thought", "intent")
            and not (link.cue.text == "tell" and _is_told_here(document.doc(index)[link.first]))
        ):
            kept.insert(0, (index, link))
    # of a denied number the one who rejects it is the source, not the one whose claim it was
    denied = next((i for i in range(len(kept) - 1, -1, -1) if kept[i][1].cue.commitment == "denies"), 0)
    return kept[denied:]


def _is_own_paper(paper: Token, link: Link, outer: tuple[int, Link], index: int) -> bool:
    """ "Both surveys showed 40 cases, the group said": papers that have no other author are those of the one who speaks of them."""
    if (
        outer[0] != index
        or outer[1].cue.kind != "speech"
        or link.cue.kind != "evidence"
        or not informants.is_document(paper)
        or paper.pos_ == "PROPN"
    ):
        return False
    if paper.text[:1].isupper() and paper.i > 0 or any(c.dep_ in ("compound", "poss", "prep", "acl", "nmod", "relcl") for c in paper.children):
        return False
    return any(c.lower_ in ("the", "both", "these", "those", "all", "its", "their") for c in paper.lefts)


_DANGLING = frozenset({"and", "or", "of", "the", "for", "by", ",", "&"})
_RECORDING = frozenset("record register tally count document see measure log".split())


def _is_told_here(verb: Token) -> bool:
    return any(child.lower_ in ("me", "us", "you") for child in verb.children)


def _is_plain_body(head: Token) -> bool:
    """ "the Oslo-based monitor": a definite noun with words that describe it, none of them a name, and nothing behind it."""
    words = head.doc[head.left_edge.i + 1 : head.i]
    named = any(token.text[:1].isupper() and not _is_origin(token.text) and "based" not in words.text for token in words)
    behind = any(child.dep_ in ("conj", "prep", "appos") for child in head.rights)
    return len(words) > 0 and _is_definite(head) and not named and not behind


def _is_origin(word: str) -> bool:
    """ "Norvian" only says where a body is from; "UN" whose it is."""
    return countries.nation(word) is not None and countries.group(word) != "body"


@dataclass
class _Reader:
    document: Document
    names: Names
    bodies: bodies.Bodies
    voices: dict[int, quotes.Voice | None]
    heard: list[Heard]
    turns: list[turns.Turn]

    def attribute(self, start: int, end: int) -> Attribution:
        sentence = self.document.sentence_at(start)
        doc = self.document.doc(sentence.index)
        span = nlp.tokens_between(doc, start - sentence.start, end - sentence.start)
        number = _numeral(span)
        found = [(sentence.index, link) for link in chains.expand(doc, scope.links(doc, number), number.i) if self._speaks(sentence.index, link)]
        quotation = self.document.quotation_at(start)
        is_quoted = False
        if quotation is not None:
            voice = quotes.voice(self.document, quotation, self.voices)
            if voice is not None:
                is_quoted = True
                found = self._inside(found, quotation, voice)
                found.append((voice.sentence, voice.link))
            elif found:
                is_quoted = True
        elif not found and (behind := after.find(self.document, sentence)) is not None:
            found = [behind]
        hops = [hop for hop in (self._hop(*item) for item in _origins(self.document, found)) if hop is not None]
        if not hops:
            return self._headline(sentence, start, end) or self._turn(start)
        said = self._attribution(hops, "direct" if is_quoted else "indirect")
        if is_quoted and said.commitment == "says" and denials.is_called_false(number, next(t for t in doc if t.head == t)):
            return replace(said, commitment="denies")
        return said

    def _headline(self, sentence: Sentence, start: int, end: int) -> Attribution | None:
        """The source beside a headline's colon."""
        found = headlines.find(sentence, start, end, self.names)
        if found is None:
            return None
        text = self.document.text[found.start : found.end]
        is_quoted = self.document.text[max(start - 40, found.end) : start].count("'") == 1
        return Attribution(
            source=self.names.label(text) if text[0].isupper() else text, source_text=text, source_start=found.start, source_end=found.end,
            cue_text=self.document.text[found.cue_start : found.cue_start + 1], cue_start=found.cue_start, cue_end=found.cue_start + 1,
            quote="direct" if is_quoted else "indirect", commitment="says", sentence=sentence.index,
        )  # fmt: skip

    def _turn(self, start: int) -> Attribution:
        """The speaker of the transcript's turn that holds the number."""
        turn = next((t for t in self.turns if t.label_end <= start < t.end), None)
        if turn is None:
            return NONE
        name = self.names.label(turn.label)
        return Attribution(
            source=name, source_text=turn.label, source_start=turn.start, source_end=turn.start + len(turn.label),
            cue_text=":", cue_start=turn.label_end, cue_end=turn.label_end + 1, quote="direct", commitment="says",
            sentence=self.document.sentence_at(turn.start).index,
        )  # fmt: skip

    def _speaks(self, index: int, link: Link) -> bool:
        """Whether the speaker can be a source: not the author ("as I mentioned") and not those whom a poll asked."""
        head = self.document.doc(index)[link.speaker]
        if head.lower_ in _AUTHOR:
            return False
        return not informants.is_share(head)

    def _inside(self, found: list[tuple[int, Link]], quotation: int, voice: quotes.Voice) -> list[tuple[int, Link]]:
        """Links within the quotation whose speaker is somebody else than the one who is quoted."""
        q = self.document.quotations[quotation]
        kept = []
        for index, link in found:
            doc, base = self.document.doc(index), self.document.sentences[index].start
            if q.start <= base + doc[link.first].idx < q.end and informants.knows(doc[link.speaker]):
                kept.append((index, link))
        return kept

    def _hop(self, index: int, link: Link) -> _Hop | None:
        doc, base = self.document.doc(index), self.document.sentences[index].start
        head = doc[link.speaker]
        if speakers.is_time(head):
            return None
        described = speakers.describe(head, link.phrase)
        # a cue that the parser took for a part of the speaker's phrase ends it: "files from the firm [show] …"
        last = link.first if described.first < link.first and described.head < link.first else described.last
        last = min(last, described.last)
        while last - described.first > 1 and doc[last - 1].lower_ in _DANGLING:
            last -= 1  # "poll by the Times and" of two whom the parser takes apart
        words = doc[described.first : last]
        start, end = base + words.start_char, base + words.end_char
        text = self.document.text[start:end]
        name = self._name(described.kind, head, text, start)
        if described.kind == "pronoun" and name.lower() in _UNRESOLVED:
            return None
        if described.kind == "pronoun" and text.lower() in ("he", "she") and informants.ends_in_document(name):
            return None  # no poll is a "she"
        if link.cue.kind == "evidence" and described.kind == "pronoun" and not informants.ends_in_document(name):
            return None
        partner = speakers.partner(head) if described.kind in ("person", "organisation") else None
        if partner is not None:
            second = doc[partner.first : partner.last]
            name = f"{name} and {self._name(partner.kind, doc[partner.head], second.text, base + second.start_char)}"
            end = base + second.end_char
            text = self.document.text[start:end]
        hop = _Hop(index, link, text, start, end, name)
        if described.kind != "pronoun" and (start, name) not in [(h.start, h.name) for h in self.heard[-4:]]:
            self.heard.append(Heard(start, name, text, described.kind, head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in head.children)))
        return hop

    def _name(self, kind: str, head: Token, text: str, start: int) -> str:
        if kind == "pronoun":
            return (
                (self._speaker_before(text.lower(), start) if text.lower() != "it" or not self.names.has_body_before(head) else None)
                or self.names.pronoun(head, text, start, self.heard)
                or self._subject_before(text.lower(), start)
                or self.names.anyone(text, start, self.heard)
                or text
            )
        text = " ".join(text.removesuffix("'s").removesuffix("’s").strip(" ,\"“”'<>").split())
        if not text.endswith((".", " ")) or text[-3:-2] != ".":  # the last stop of "U.N." stays
            text = text.rstrip(" .,")
        if kind == "person":
            return self.names.fullest(text, self._title_sex(start))
        if kind == "organisation":
            return self.names.fullest(text)
        if text[:1].isupper() and self.names.is_person(text):  # a name that the tagger took for a noun
            return self.names.fullest(text)
        if len(text.split()) == 1 and _is_definite(head):
            return (
                self.names.noun(text, start, self.heard)
                or self._introduced(head, start)
                or self._body(head, start)
                or before.body_named(head)
                or text
            )
        if kind == "nominal" and _is_plain_body(head):
            return self._body(head, start, head.doc[head.left_edge.i + 1 : head.i].text) or text
        return text

    def _body(self, head: Token, start: int, words: str = "") -> str | None:
        """The named body that "the charity" or "the Oslo-based monitor" stands for."""
        if head.tag_ != "NN" or words and not bodies.is_any(head.lower_):
            return None
        found = self.bodies.noun(start, head.lower_, words)
        return self.names.fullest(found) if found is not None else None

    def _speaker_before(self, pronoun: str, start: int) -> str | None:
        """Who spoke last, where the pronoun can mean him: "Roe told reporters after a talk with Premier Orr. …, he added"."""
        if pronoun not in ("he", "she", "it") or self.names.people(self.document.sentence_at(start).start, start, pronoun):
            return None
        for index, head, phrase in before.voices(self.document, start):
            if not before.fits(head, pronoun):
                continue
            described = speakers.describe(head, phrase)
            if described.kind == "nominal" and self.names.people(self.document.sentences[max(index - 2, 0)].start, start, pronoun):
                return None
            words = self.document.doc(index)[described.first : described.last]
            name = self._name(described.kind, head, words.text, self.document.sentences[index].start + words.start_char)
            return name if self.names.can_be(name, pronoun) else None
        return None

    def _introduced(self, noun: Token, start: int) -> str | None:
        """ "the official" who spoke before as "a government official"."""
        if informants.document_nouns().get(noun.lemma_.lower()) != "people":
            return None
        for index, head, phrase in before.voices(self.document, start):
            if head.lower_ == noun.lower_ and any(child.lower_ in ("a", "an", "one") for child in head.lefts):
                described = speakers.describe(head, phrase)
                words = self.document.doc(index)[described.first : described.last]
                return self._name(described.kind, head, words.text, self.document.sentences[index].start + words.start_char)
        return None

    def _subject_before(self, pronoun: str, start: int) -> str | None:
        """What the one or two sentences before are about, where no name answers the pronoun."""
        own = self.document.sentence_at(start).index
        for index in range(own - 1, max(own - 3, -1), -1):
            doc, base = self.document.doc(index), self.document.sentences[index].start
            root = next((token for token in doc if token.head == token), None)
            subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
            if subject is None or subject.pos_ not in ("NOUN", "PROPN") or not informants.fits(subject, pronoun):
                continue
            described = speakers.describe(subject)
            words = doc[described.first : described.last]
            return self._name(described.kind, subject, words.text, base + words.start_char)
        return None

    def _title_sex(self, start: int) -> str:
        before = self.document.text[max(0, start - 6) : start].split()
        return {"Mr.": "m", "Mr": "m", "Mrs.": "f", "Mrs": "f", "Ms.": "f", "Ms": "f"}.get(before[-1] if before else "", "")

    def _attribution(self, hops: list[_Hop], quote: str) -> Attribution:
        origin = hops[0]
        chain = tuple(dict.fromkeys(hop.name for hop in reversed(hops)))
        doc, base = self.document.doc(origin.sentence), self.document.sentences[origin.sentence].start
        cue = doc[origin.link.first : origin.link.last]
        cue_start, cue_end = base + cue.start_char, base + cue.end_char
        return Attribution(
            source=origin.name, source_text=origin.text, source_start=origin.start, source_end=origin.end,
            chain=chain if len(chain) > 1 else (), cue_text=self.document.text[cue_start:cue_end], cue_start=cue_start, cue_end=cue_end,
            quote=quote, commitment=origin.link.cue.commitment, sentence=origin.sentence,
        )  # fmt: skip
