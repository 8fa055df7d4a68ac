"""Who can own figures in one article: its countries and regions in order, and what "it", "she" and "the country" point back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, cached_property

from transforms.attribution.bodies import Bodies
from transforms.attribution.name_runs import Name
from transforms.attribution.naming import Names
from transforms.language import countries, tables
from transforms.language.document import Document

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w’'-]*[a-zA-Z]")
_STATES = frozenset({"state", "province"})
_REGIONS = frozenset({"region", "continent", "area", "territory", "world region"})
_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_FIGHTERS = r"(?:(?:rebel|guerrilla|insurgent|militant|separatist)s?|fighters)"
_ARMED_AFTER = re.compile(rf"(?: \([A-Z]+\)|\))?,? {_FIGHTERS}\b")
_ARMED_BEFORE = re.compile(rf"\b(?:{_FIGHTERS}|militia)(?: (?:group|movement|organi[sz]ation|army|force))?,?(?: (?:of|from|by))?(?: the)? $")
_WHOSE_REBELS = re.compile(r"\b([A-Z][\w-]+) (?:(?:rebel|guerrilla|insurgent|militant|separatist)s?|fighters)\b")
_FAR = 2500
_NEAR = 1000
_VOTES = re.compile(
    r"\b(?:elections?|votes?d?|voting|voters?|candidates?|primary|primaries|ballots?|senator|presidential|referendum|poll)\b", re.IGNORECASE
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A country, state, region or people at one place of the article."""

    start: int
    name: str
    kind: str


@cache
def _kinds() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in tables.rows("places")}


def kind_of(name: str) -> str:
    """state, province, region, world region; people for those that have no state; country for everything else that is a place."""
    return _kinds().get(name) or ("people" if name in countries.stateless() else "country")


@cache
def _numerals() -> frozenset[str]:
    return tables.words("numerals", "word")


@dataclass
class Owners:
    """The article's owners of figures."""

    document: Document
    _counts: dict[str, int] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> Names:
        """The article's names of persons and bodies."""
        return Names(self.document)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Countries, states, regions and peoples in order of the text."""
        found: list[Mention] = []
        text, end = self.document.text, -1
        for match in _WORD.finditer(text):
            if match.start() < end:
                continue
            rest = text[match.start() : match.start() + 40].split()
            for length in (3, 2, 1):
                form = " ".join(rest[:length]).rstrip(',.;:)"”?!') if length > 1 else match.group()
                form = re.sub(r"[’']s?$", "", form)
                name = countries.nation(form) or countries.territory(form)
                following = rest[length].strip(",.;:)") if len(rest) > length else ""
                if name is not None and not countries.lends_name(following) and countries.group(form) not in {"party", "faith", "body"}:
                    found.append(Mention(match.start(), name, kind_of(name)))
                    end = match.start() + len(form)
                    break
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.names.mentions]

    def before(self, position: int, noun: str) -> str | None:
        """What "the country", "the state" or "the region" stands for at a position: the nearest earlier one of its kind."""
        kinds = _STATES if noun in _STATES else _REGIONS if noun in _REGIONS else frozenset({"country"})
        for mention in reversed(self.mentions[: bisect_left(self._starts, position)]):
            if position - mention.start > _FAR:
                return None
            if mention.kind in kinds:
                return mention.name
        return None

    def recent(self, position: int) -> str | None:
        """The country or state named last before a position, in the sentence or the one before it."""
        at = bisect_left(self._starts, position)
        if not at or self.document.sentence_at(position).index - self.document.sentence_at(self._starts[at - 1]).index > 1:
            return None
        return self.mentions[at - 1].name if self.mentions[at - 1].kind in {"country", *_STATES} else None

    def main(self) -> str | None:
        """The country or state that the article names most, where it clearly leads."""
        return self._main

    @cached_property
    def _main(self) -> str | None:
        counts: dict[str, int] = {}
        for mention in self.mentions:
            if mention.kind in {"country", "state"}:
                counts[mention.name] = counts.get(mention.name, 0) + 1
        ranked = sorted(counts.items(), key=lambda item: -item[1])
        if not ranked:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None

    def home(self) -> str | None:
        """The one country of the article's first sentence, for whose own forces "the army" then stands."""
        first = self.document.sentences[0].end if self.document.sentences else 0
        named = {mention.name for mention in self.mentions if mention.start < first and mention.kind == "country"}
        return named.pop() if len(named) == 1 else None

    def person(self, pronoun: str, position: int) -> str | None:
        """Whom "he" or "she" stands for: the person named last in its own sentence, else the first one of the nearest sentence before."""
        if pronoun not in _PERSONAL:
            return None
        sex = "f" if pronoun in {"she", "her"} else "m"
        sentence = self.document.sentence_at(position)
        first, last = (bisect_left(self._name_starts, at) for at in (position - _FAR, position))
        for name in self._nearest_first(self.names.mentions[first:last], sentence.start):
            if name.is_organisation or countries.territory(name.text) or countries.nation(name.text):
                continue
            full = self.fullest(name.text)
            known = name.sex or self.names.sex_of(full)
            if known == sex or not known and self._may_be_person(full, name.start >= sentence.start):
                return full
        return None

    def _nearest_first(self, names: list[Name], start: int) -> list[Name]:
        """Names of the own sentence from the last on, then those of each sentence before in their order: what it is about comes first."""
        own = [name for name in names if name.start >= start]
        ordered = own[::-1]
        before: list[Name] = [name for name in names if name.start < start]
        while before:
            begin = self.document.sentence_at(before[-1].start).start
            cut = next((at for at, name in enumerate(before) if name.start >= begin), 0)
            ordered += before[cut:]
            before = before[:cut]
        return ordered

    def _may_be_person(self, name: str, in_sentence: bool) -> bool:
        """Whether a name of unknown sex is a person's: the article goes on by its last word, or the pronoun's own sentence has it alone."""
        words = name.split()
        if len(words) == 1:
            return in_sentence and name.lower() not in _CALENDAR and not name.endswith("s")
        return self._count(words[-1]) > self._count(name)

    def _count(self, words: str) -> int:
        """How often the article has the words."""
        if words not in self._counts:
            self._counts[words] = len(re.findall(rf"\b{re.escape(words)}\b", self.document.text))
        return self._counts[words]

    @cached_property
    def bodies(self) -> Bodies:
        """The article's bodies: firms, forces, parties, agencies."""
        return Bodies(self.names, self.document)

    def body(self, position: int, noun: str, words: str = "") -> str | None:
        """What "the company" or "the rebel group" stands for at a position; `words` stand before the noun. See `bodies`."""
        found = self.bodies.noun(position, noun, words)
        return self.fullest(found) if found is not None else None

    def it(self, position: int, only_last: bool = False) -> str | None:
        """The body or country that the sentences before a position are about; `only_last` asks the last one alone."""
        found = self.bodies.it(position, only_last)
        return self.fullest(found) if found is not None else None

    def firm(self, position: int) -> str | None:
        """In an article that is about a firm: the firm that the sentences up to a position are about."""
        found = self.bodies.firm(position)
        return self.fullest(found) if found is not None else None

    @cached_property
    def is_of_votes(self) -> bool:
        """Whether the article is of an election, so that whom people would choose is a candidate."""
        return _VOTES.search(self.document.text) is not None

    def insurgents(self, start: int, end: int) -> str | None:
        """The one armed group that the article names, where its name stands near the span; None for several or none."""
        group = self._insurgents
        near = self.document.text[max(start - _NEAR, 0) : end + _NEAR]
        return group if group is not None and group.split()[0].rstrip("s") in near else None

    @cached_property
    def _insurgents(self) -> str | None:
        found = set()
        for name in self.names.mentions:
            after, before = self.document.text[name.end : name.end + 30], self.document.text[max(name.start - 40, 0) : name.start]
            if (
                (_ARMED_AFTER.match(after) or _ARMED_BEFORE.search(before))
                and countries.nation(name.text) is None
                and not self.bodies.only_opens(name)
            ):
                found.add(self.fullest(name.text))
        found |= {self.fullest(body.name) for body in self.bodies.of_kind("armed")}
        if not found:
            peoples = (countries.nation(match[1]) for match in _WHOSE_REBELS.finditer(self.document.text) if countries.group(match[1]) != "faith")
            found = {people for people in peoples if people is not None}
        return found.pop() if len(found) == 1 else None

    def fullest(self, name: str) -> str:
        """The fullest form of a name in the article."""
        full = self.names.fullest(name)
        # a headline in capitals looks like one long name
        words = full.split()
        return full if len(words) <= _LONGEST_NAME and words[0].lower() not in _numerals() else name

    @cached_property
    def voice(self) -> str | None:
        """The country for which a government's own page says "we"."""
        publisher = self.document.publisher or ""
        if not re.search(r"\b(?:Department|Ministry|Government|Office|Agency|Embassy|House|Parliament|Council|Commission)\b", publisher):
            return None
        words = publisher.split()
        for length in (3, 2, 1):
            for at in range(len(words) - length + 1):
                name = countries.nation(" ".join(words[at : at + length])) or countries.territory(" ".join(words[at : at + length]))
                if name is not None:
                    return name
        return None
