"""Which named body "the company", "the rebel group", "the party" or "it" stands for, by what the article called it.

A body is known by the word in its name ("Harbour Bank"), by the noun beside it ("Kestrel, the airline", "the brewer Kestrel")
or by what only firms have ("Kestrel shares"). A noun takes the nearest body of its kind; a noun of business, where none was
called so, the name that the sentences before are about. News agencies, persons and places are never meant.
Reads characters only, so that sentences without numbers need no parse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from transforms.attribution.name_runs import Name
from transforms.attribution.naming import Names
from transforms.language import countries, tables
from transforms.language.document import Document, Sentence

BUSINESSES = frozenset(
    "company firm group bank airline carrier maker carmaker automaker manufacturer retailer producer operator insurer lender brewer utility "
    "conglomerate subsidiary corporation chain refiner miner broker publisher startup developer contractor chipmaker "
    "planemaker drugmaker steelmaker shipbuilder grocer".split()
)
_MEDIA = frozenset({"radio", "television", "tv", "news", "channel"})
# nouns that say nothing of what the firm does
_PLAIN = frozenset({"company", "firm", "group", "corporation"})
_AGENCIES = frozenset(
    "ap afp reuters xinhua upi dpa ansa tass efe pti bloomberg cnn bbc kcna irna interfax itar-tass antara yonhap kyodo "
    "ceo ceos cfo gdp gnp ipo cpi tv dna hiv aids gmt utc est edt pst pdt cet ist am pm".split()
)
_PUBLIC = frozenset(
    "ministry commission committee department agency court police army navy force forces reserve congress senate parliament council administration "
    "bureau office authority nations institute university government house embassy treasury party union exchange association federation crescent "
    "cross assembly board radio television tv channel newspaper agency coalition guard front index average poll survey study report".split()
)
# nouns that say nothing beyond that it is a body: any fits them that is not of another kind
_LOOSE = frozenset({"business", "agency"})
# a body of which no kind is told
_SOME = "body"
# "the ministry" is only one that is called so
_EXACT = "exact"
_FAR = 2500
_LONGEST = 6
_ABBREVIATION = 6
# sentences in which an article says what it is about
_LEAD = 2
_TOPIC_SENTENCES = 4
_FIRM_SENTENCES = 60
# how far into a sentence its first name still is what it is about
_TOPIC_REACH = 60
_LEADING_WORDS = re.compile(
    r"[\W_]*(?:(?:but|and|also|meanwhile|however|separately|earlier|later|still|so|then|last|this|on|by|yesterday|today)\b"
    r"[^,.;]{0,24}?,?\s+)?",
    re.IGNORECASE,
)
_PLACED = re.compile(r"[\W_]*(?:In|At|On|After|Before|During|Since|For|With|From|Under|Despite|As|When|While|According|By)\b")
_THE_NOUN = re.compile(r"[Tt]he ((?:[\w.’'-]+ ){0,4}?)([a-z]+)\b")
_PRONOUN = re.compile(r"[\W_]*(?:But |And |Meanwhile,? |Also,? )?(?:It|Its)\b")
# what only bodies do, or how only bodies are told of
_BODILY = re.compile(
    r"(?:,? which\b| [a-z]+(?: on [A-Z][a-z]+day)?,? (?:that )?(?:it|its)\b|, (?:based|founded|headquartered|listed|owned)\b"
    r"|['’]s (?:sales|profits?|shares|shareholders|revenues?|board|executives?|employees|spokes|headquarters|chief|members|fighters)\b"
    r"| (?:delivered|shipped|sells|sold|employs|makes|produces|operates|acquired|posted|earned"
    r"|builds|built|flies|runs|launched|recalled)\b"
    r"| (?:reported|announced|forecast|said)(?: [\w-]+){0,5} (?:profits?|loss|losses|net|earnings|income|sales|revenues?|results|dividends?)\b)"
)
_DOING = re.compile(
    r"\b(?:[a-z]{2,}ed|met|told|saw|says?|has|have|had|is|was|were|are|will|would|made|took|won|lost|hit|ran|left|went|came|got|gave|put|sold"
    r"|bought|cut|rose|fell|led|began|found|thought|knew|spoke|that|who|which|as|when|where|because|while)\b"
)
_REBELLIOUS = re.compile(r"\b(?:rebel|militant|guerrilla|insurgent|separatist|armed|Islamist|jihadist|extremist|terrorist)\b", re.IGNORECASE)
_REBELS_BEHIND = re.compile(r",?\s+(?:rebels|militants|guerrillas|insurgents|militia(?:men)?|gunmen)\b")
_REBELS_OF = re.compile(r"\b(?:rebels|militants|guerrillas|insurgents|fighters|gunmen) (?:of|from|with) the $", re.IGNORECASE)
_AID = re.compile(r"\b(?:aid|charity|rights|relief|humanitarian|advocacy|campaign|environmental|medical|monitoring|lobby)\b", re.IGNORECASE)


# "Orvik, the army denied" is no apposition
_APPOSITION_GOES_ON = r"(?=[,.;)]|\s+(?:of|in|that|which|who|based|with|for|and|to|at|on|from|known|whose|founded|listed|behind|by)\b)"


@dataclass(frozen=True, slots=True)
class Body:
    """A mention of a name that can be a body's, with the nouns that the article calls it by and its kinds."""

    start: int
    end: int
    name: str
    nouns: frozenset[str]
    kinds: frozenset[str]


@cache
def _kinds(column: str) -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(row[column].split()) for row in tables.rows("bodies") if row[column]}


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of body that a noun can stand for; empty for nouns of no body."""
    found = _kinds("noun").get(noun)
    if found is None and noun.endswith("maker") and len(noun) > len("maker"):
        return frozenset({"business"})
    return found or frozenset()


@cache
def _known() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in tables.rows("known_bodies")}


def is_any(noun: str) -> bool:
    """Whether the noun can stand for a body of another name, as "the group" does and "the ministry" does not."""
    return bool(kinds_of(noun)) and kinds_of(noun) != {_EXACT}


@cache
def _calling() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The noun in apposition behind a name ("Kestrel, the airline") and the one right before it ("the brewer Kestrel")."""
    noun = rf"(?:{'|'.join(sorted(_kinds('noun'), key=len, reverse=True))}|[a-z]+makers?)"
    opening = r"(?: \([A-Z]+\))?,\s+(?:the|an?|one\s+of|which\s+is|[A-Z]\w+['’]s)\s"
    words = r"(?:(?!\b(?:of|for|at|in|to|by|from|with|on|about)\b)[^,.;]){0,80}?"
    apposed = re.compile(rf"{opening}({words}\b({noun})s?\b){_APPOSITION_GOES_ON}")
    return apposed, re.compile(rf"([\w-]*\s*)\b({noun})\s+$")


class Bodies:
    """The bodies of one article."""

    def __init__(self, names: Names, document: Document) -> None:
        self._names = names
        self._document = document
        self._topics_known: list[str | None] = []

    @cached_property
    def _found(self) -> list[Body]:
        """Every mention that can be a body's, in order; what is learnt of a name at one mention holds for all."""
        mentions = [name for name in self._names.mentions if self._can_be(name)]
        nouns: dict[str, set[str]] = {}
        kinds: dict[str, set[str]] = {}
        for name in mentions:
            full = self._names.fullest(name.text)
            called, known = self._called(name)
            nouns.setdefault(full, set()).update(called)
            kinds.setdefault(full, set()).update(known)
        return [
            Body(name.start, name.end, name.text, frozenset(nouns[full]), frozenset(kinds[full]))
            for name in mentions
            for full in (self._names.fullest(name.text),)
        ]

    @cached_property
    def _starts(self) -> list[int]:
        return [body.start for body in self._found]

    def _can_be(self, name: Name) -> bool:
        """Whether the name can be a body's at all: no country, newspaper, news agency or person."""
        if len(name.text.split()) > _LONGEST or countries.territory(name.text) or countries.of_capital(name.text):
            return False
        if name.text in _known():
            return True
        if countries.nation(name.text) and countries.group(name.text) != "party":
            return False
        if kinds_of(name.text.lower()) or name.text.isupper() and len(name.text) > _ABBREVIATION:
            return False  # "the Department", a line in capitals
        if self.only_opens(name):
            return False
        if (
            " " not in name.text
            and name.text.lower() in tables.words("organisation_words", "word")
            and self._document.text.startswith(" of ", name.end)
        ):
            return False  # "the state Division of Betting" is cut short
        if self._document.text[name.start - 1 : name.start] == "(" and self._names.fullest(name.text) == name.text:
            return False  # a ticker behind a firm's name
        if self._document.text[name.end : name.end + 1] == ":":
            return False  # a speaker's label
        if (
            name.text.lower() in _AGENCIES
            or any(c.isdigit() for c in name.text)
            or name.text in tables.words("currencies", "code")
            or countries.is_publication(name.text)
        ):
            return False
        return name.is_organisation or not name.sex and not self._names.is_person(name.text)

    def only_opens(self, name: Name) -> bool:
        """Whether a single word has its capital perhaps only from the sentence that it opens: "Suspected rebels", "Fourteen ships"."""
        word = name.text
        if " " in word or word.isupper() or any(c.isupper() for c in word[1:]):
            return False
        opens = name.start == self._document.sentence_at(name.start).start
        return opens and (word.lower() in tables.words("numerals", "word") or word.lower().endswith(("ed", "ing", "al", "ist")))

    def _called(self, name: Name) -> tuple[set[str], set[str]]:
        """Nouns and kinds that the name itself and the words beside it give."""
        text = self._document.text
        called: set[str] = set()
        known: set[str] = {kind for kind in (_known().get(name.text),) if kind is not None}
        words = name.text.lower().replace("-", " ").split()
        # "Children are starving", "Oil prices rose": a word that opens a sentence is no body's name yet
        is_name = len(words) > 1 or name.text.isupper() or self._names.has_within(name.text) or countries.group(name.text) == "party"
        for word in reversed(words if is_name else []):
            of_name = _kinds("name").get(word.rstrip("."))
            if of_name:
                known |= of_name
                if word in _kinds("noun"):
                    called.add(word)
                break
        after, before = text[name.end : name.end + 100], text[max(name.start - 60, 0) : name.start]
        behind, ahead = _calling()
        apposed = behind.match(after)
        if apposed is not None:
            called.add(apposed[2].removesuffix("s"))
            known |= self._described(apposed[2].removesuffix("s"), apposed[1]) - {_EXACT}
        titled = ahead.search(before)
        if titled is not None:
            called.add(titled[2])
            known |= self._described(titled[2], titled[0]) - {_EXACT}
        if re.match(r"(?:['’]s)?\s+(?:shares?|stock|Inc|Corp|Co|Ltd|plc|PLC|employs)\b", after) or re.search(r"\b[Ss]hares (?:of|in) $", before):
            known.add("business")
        if _REBELS_BEHIND.match(after) or _REBELS_OF.search(before):
            known = {"armed"}
        if not known and (name.is_organisation or _BODILY.match(after)):
            known.add(_SOME)
        return called, known

    @staticmethod
    def _described(noun: str, words: str) -> frozenset[str]:
        """The kinds of an apposed noun, narrowed by the words before it: "a rebel group", "an aid agency"."""
        kinds = kinds_of(noun)
        if _REBELLIOUS.search(words) and "armed" in kinds:
            return frozenset({"armed"})
        if _AID.search(words) and "agency" in kinds:
            return frozenset({"agency"})
        return kinds

    def _before(self, position: int) -> list[Body]:
        first, last = (bisect_left(self._starts, at) for at in (position - _FAR, position))
        return self._found[first:last]

    def noun(self, position: int, noun: str, words: str = "") -> str | None:
        """The body's name as it stands, for "the NOUN" at a position; `words` are those between article and noun."""
        kinds = self._described(noun, words + " " + noun)
        if not kinds:
            return None
        before = self._before(position)
        about = self._topics(position)
        called = [body for body in before if noun in body.nouns or noun.endswith("maker") and any(n.endswith("maker") for n in body.nouns)]
        if kinds == {_EXACT}:
            return self._foremost(called, about)
        alike = [body for body in before if body.kinds & kinds or noun == "agency" and body.name.isupper() and body.kinds == {_SOME}]
        if not called and noun not in _PLAIN and self._are_several(alike, position):
            return None
        found = self._foremost(called, about) or self._foremost(alike, about)
        if found is None and kinds & _LOOSE:
            fitting = [body for body in before if body.kinds == {_SOME} and self._may_be_any(body, noun)]
            found = self._foremost(fitting, about)
        return found or self._after(position, noun, kinds)

    def _are_several(self, bodies: list[Body], position: int) -> bool:
        """Whether the sentence before names two that the noun could mean: "Democrats attacked it and Republicans defended it"."""
        index = self._document.sentence_at(position).index - 1
        start = self._document.sentences[max(index, 0)].start
        return len({self._names.fullest(body.name) for body in bodies if start <= body.start < position}) > 1

    @staticmethod
    def _may_be_any(body: Body, noun: str) -> bool:
        words = body.name.lower().split()
        return noun not in BUSINESSES or not _PUBLIC & set(words[-1:]) and not _MEDIA & set(words)

    def _after(self, position: int, noun: str, kinds: frozenset[str]) -> str | None:
        """ "The airline carried 3 million. Kestrel, the airline …": the one called so in the sentences right behind."""
        sentence = self._document.sentence_at(position)
        last = self._document.sentences[min(sentence.index + 2, len(self._document.sentences) - 1)].end
        at = bisect_left(self._starts, position)
        following = self._found[at : bisect_left(self._starts, last)]
        called = {body.name for body in following if noun in body.nouns}
        if not called and "business" in kinds:
            called = {body.name for body in following if body.nouns & BUSINESSES}
        return called.pop() if len(called) == 1 else None

    def _foremost(self, bodies: list[Body], about: list[str]) -> str | None:
        """The one that the last sentences are about, else the one named most often so far; among equals the one named last."""
        if not bodies:
            return None
        for topic in about:
            if any(body.name == topic for body in bodies):
                return topic
        counts = Counter(body.name.split()[0] for body in bodies)
        most = max(counts.values())
        return next(body.name for body in reversed(bodies) if counts[body.name.split()[0]] == most)

    def _topics(self, position: int) -> list[str]:
        """What the sentences before are about, the nearest first."""
        sentence = self._document.sentence_at(position)
        found = (self._topic(index) for index in range(sentence.index - 1, max(sentence.index - _TOPIC_SENTENCES, -1), -1))
        return [topic for topic in found if topic is not None]

    def it(self, position: int, only_last: bool = False) -> str | None:
        """The body or country that "it" stands for where its own sentence names none: what the sentences before are about."""
        if only_last:
            index = self._document.sentence_at(position).index - 1
            return self._topic(index) if index >= 0 else None
        return next(iter(self._topics(position)), None)

    def firm(self, position: int) -> str | None:
        """The firm of an article that begins with one: the one that the sentence at the position or the last before it is about."""
        if not self._begins_with_firm:
            return None
        own = self._document.sentence_at(position).index
        for index in range(own, max(own - _FIRM_SENTENCES, -1), -1):
            topic = self._topic(index)
            if topic is not None and self._is_firm(topic):
                return topic
        return None

    @cached_property
    def _begins_with_firm(self) -> bool:
        return any(topic is not None and self._is_firm(topic) for topic in map(self._topic, range(min(_LEAD, len(self._document.sentences)))))

    def _is_firm(self, topic: str) -> bool:
        return "business" in self._kinds_by_name.get(self._names.fullest(topic), frozenset())

    @cached_property
    def _kinds_by_name(self) -> dict[str, frozenset[str]]:
        return {self._names.fullest(body.name): body.kinds for body in self._found}

    def _topic(self, index: int) -> str | None:
        """What a sentence is about; all before it are asked first, one after the other, as each may go on from the one before."""
        while len(self._topics_known) <= index:
            self._topics_known.append(self._find_topic(self._document.sentences[len(self._topics_known)]))
        return self._topics_known[index]

    def _find_topic(self, sentence: Sentence) -> str | None:
        """The body that a sentence begins with: by name, by "the company", or by an "it" that goes on from before."""
        text = sentence.text
        if _PRONOUN.match(text):
            return self._topic(sentence.index - 1) if sentence.index > 0 else None
        at = 0
        if _PLACED.match(text):
            comma = text.find(", ")
            at = comma + 2 if 0 <= comma < _TOPIC_REACH else 0
        lead = _LEADING_WORDS.match(text, at)
        opening = _THE_NOUN.match(text, lead.end() if lead else at)
        if opening is not None and kinds_of(opening[2]):
            return self.noun(sentence.start + opening.start(), opening[2], opening[1])
        start = sentence.start + at
        for name in self._names.mentions[self._name_at(start) : self._name_at(min(start + _TOPIC_REACH, sentence.end))]:
            if _DOING.search(self._document.text[start : name.start]):
                return None  # "The mayor met Kestrel Foods" is about the mayor
            body = self.at(name.start)
            if body is not None and body.kinds:
                return name.text
            country = countries.nation(name.text) or countries.territory(name.text)
            if country is not None:
                return country
            if self._names.is_person(name.text):
                return None
        return None

    def of_kind(self, kind: str) -> list[Body]:
        """All mentions of bodies that are of this kind and no other."""
        return [body for body in self._found if body.kinds == {kind}]

    def at_end(self, position: int) -> Body | None:
        """The body whose name ends at a position."""
        at = bisect_left(self._starts, position)
        return self._found[at - 1] if at and self._found[at - 1].end == position else None

    def at(self, position: int) -> Body | None:
        """The body whose name begins at a position."""
        return self._bodies_by_start.get(position)

    @cached_property
    def _bodies_by_start(self) -> dict[int, Body]:
        return {body.start: body for body in self._found}

    def _name_at(self, position: int) -> int:
        return bisect_left(self._name_starts, position)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self._names.mentions]
