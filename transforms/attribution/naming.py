"""One name for a source across its article: partial names, pronouns and nouns ("the agency") to the fullest name.

Works on the article's characters; no knowledge of the world beyond the tables of titles and organisations' words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from transforms.attribution import name_runs, speakers
from transforms.attribution.name_runs import Name
from transforms.language.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*\w")
_MALE = frozenset(("he", "him", "his", "himself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_PLURAL = frozenset(("they", "them", "their", "themselves", "we", "us", "our"))


@dataclass(frozen=True, slots=True)
class Heard:
    """A source that has spoken before: where, its name, its words there, its kind, and whether it is many."""

    start: int
    name: str
    text: str
    kind: str
    is_plural: bool


@dataclass
class Names:
    """The names of one article."""

    document: Document
    _cache: dict[str, str] = field(default_factory=dict)

    @cached_property
    def mentions(self) -> list[Name]:
        """Every run of capitalised words, in order, with titles cut off."""
        found = []
        for match in name_runs.RUN.finditer(self.document.text):
            name = name_runs.as_name(match, self._common)
            if name is not None:
                found.append(name)
        return found

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that the article also writes small: in a headline's capitals they are no part of a name."""
        return frozenset(re.findall(r"\b[a-z]{3,}\b", self.document.text))

    @cached_property
    def _by_last(self) -> dict[str, Counter[str]]:
        table: dict[str, Counter[str]] = {}
        for name in self.mentions:
            words = name.text.split()
            if len(words) > 1:
                table.setdefault(words[-1], Counter())[name.text] += 1
        return table

    @cached_property
    def _sexes(self) -> dict[str, str]:
        """Sex by name as the titles of the article or the table of given names tell it."""
        known: dict[str, str] = {}
        for name in self.mentions:
            if name.sex:
                known.setdefault(name.text, name.sex)
        return known

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self.mentions]

    def sex_of(self, name: str) -> str:
        """m, f or an empty string."""
        words = name.split()
        if name in self._sexes or len(words) < 2:
            return self._sexes.get(name, "")
        # "Ms. Orr" tells the sex of Kim Orr where no other Orr is named
        is_alone = len(self._by_last.get(words[-1], ())) == 1
        return (self._sexes.get(words[-1], "") if is_alone else "") or name_runs.given_names().get(words[0].lower(), "")

    def can_be(self, name: str, pronoun: str) -> bool:
        """Whether "he" or "she" can stand for the name: no place, no event, and not of the other sex."""
        if pronoun == "it":
            return not self.is_person(name) and (len(name.split()) == 1 or name_runs.is_organisation(name.split()))
        sex = "m" if pronoun in _MALE else "f"
        return self.sex_of(name) in ("", sex) and name.lower() not in name_runs.places() and not _is_no_person(name)

    def people(self, start: int, end: int, pronoun: str) -> bool:
        """Whether somebody whom "he" or "she" can mean is named there, outside of quotations."""
        return pronoun != "it" and any(
            not name.is_organisation and not self._is_quoted(name) and self.is_person(name.text) and self.can_be(self.fullest(name.text), pronoun)
            for name in self._between(start, end)
        )

    def is_person(self, name: str) -> bool:
        """Whether the article gives these words as a person's name: with a title, or in full with a known given name."""
        full = self.fullest(name)
        return full in self._sexes or name in self._sexes or (len(full.split()) > 1 and full.split()[0].lower() in name_runs.given_names())

    def has_within(self, name: str) -> bool:
        """Whether the article has the word also where no sentence begins, so that its capital is its own."""
        return name in self._within

    @cached_property
    def _within(self) -> frozenset[str]:
        return frozenset(_WITHIN.findall(self.document.text))

    @cached_property
    def _firms(self) -> dict[str, str]:
        """Full names of firms by what they are called for short: "Tarn Brewing" and "Tarn" for "Tarn Brewing Co."."""
        found: dict[str, str] = {}
        for name in self.mentions:
            words = name.text.split()
            if len(words) > 1 and words[-1].lower().rstrip(".") in name_runs.DESIGNATORS and " ".join(words[:-1]).lower() not in name_runs.places():
                for length in range(1, len(words)):
                    found.setdefault(" ".join(words[:length]), name.text)
        return found

    def is_given(self, name: str) -> bool:
        """Whether a full name begins with a given name or had a title."""
        return name in self._sexes or name.split()[0].lower() in name_runs.given_names()

    def fullest(self, name: str, sex: str = "") -> str:
        """The fullest form in which the article names the person or body."""
        words = name.split()
        if not words:
            return name
        is_persons = len(words) == 1 and any(self.is_given(option) for option in self._by_last.get(name, ()))
        if name in self._firms and name.lower() not in name_runs.places() and not is_persons:
            return self._firms[name]
        if len(words) == 1:
            options = self._by_last.get(words[0])
            if options:
                fitting = [
                    (option.split()[0].lower() not in name_runs.given_names(), -count, option)
                    for option, count in options.items()
                    if not (sex and self.sex_of(option) and self.sex_of(option) != sex) and not name_runs.is_organisation(option.split())
                ]
                if fitting:
                    return min(fitting)[2]
            if words[0].isupper() and len(words[0]) > 1:
                return self._expanded(words[0])
        return name

    def _expanded(self, acronym: str) -> str:
        if acronym not in self._cache:
            self._cache[acronym] = self._spelt_out(acronym)
        return self._cache[acronym]

    def _spelt_out(self, acronym: str) -> str:
        """`UNHCR` where the article writes `United Nations High Commissioner for Refugees (UNHCR)`."""
        at = self.document.text.find(f"({acronym})")
        if at < 0:
            return acronym
        before = self.document.text[max(0, at - 120) : at].rstrip()
        words = before.split()
        letters = [letter for letter in acronym.lower() if letter.isalpha()]
        for count in range(len(letters), min(len(words), len(letters) + 4) + 1):
            tail = words[-count:]
            if tail[0][:1].lower() == letters[0] and tail[0][:1].isupper():
                return " ".join(tail)
        return acronym

    def label(self, label: str) -> str:
        """The name behind a transcript's label ("MAYOR JANE ROE")."""
        words = label.replace(",", " ").split()
        while len(words) > 1 and words[0].lower().rstrip(".") in speakers.titles():
            words = words[1:]
        name = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in words)
        return self.fullest(name)

    def pronoun(self, head: Token, word: str, position: int, heard: list[Heard]) -> str | None:
        """The person or body that a pronoun at the position most likely stands for."""
        word = word.lower()
        if word in _MALE or word in _FEMALE:
            return self._person(position, "m" if word in _MALE else "f", heard)
        if word in ("it", "its") or word in _PLURAL:
            return self._body(head, position, word in _PLURAL, heard)
        return None

    def has_body_before(self, pronoun: Token) -> bool:
        """Whether the pronoun's own sentence opens with a body that "it" can mean."""
        subject = _first_subject(pronoun)
        return subject is not None and (speakers.describe(subject).kind == "organisation" or speakers.is_collective(subject))

    def _body(self, head: Token, position: int, is_plural: bool, heard: list[Heard]) -> str | None:
        sentence = self.document.sentence_at(position)
        subject = _first_subject(head)
        if subject is not None:
            described = speakers.describe(subject)
            if described.kind == "organisation" or speakers.is_collective(subject):
                return head.doc[described.first : described.last].text
        for said in reversed(heard):
            if said.start < position and said.kind != "person" and (said.is_plural == is_plural or said.kind == "organisation"):
                if sentence.index - self.document.sentence_at(said.start).index <= 5:
                    return said.name
        return None

    def _person(self, position: int, sex: str, heard: list[Heard]) -> str | None:
        sentence = self.document.sentence_at(position)
        for said in reversed(heard):
            if said.start < position and said.kind == "person" and self.sex_of(said.name) in ("", sex):
                if sentence.index - self.document.sentence_at(said.start).index <= 2:
                    return said.name
        unknown = None
        for index in range(sentence.index, max(sentence.index - 8, -1), -1):
            current = self.document.sentences[index]
            if index != sentence.index and _starts_with_pronoun(current.text):
                continue
            for name in self._between(current.start, position if index == sentence.index else current.end):
                if name.is_organisation or name.text.lower() in name_runs.places() or _is_no_person(name.text) or self._is_quoted(name):
                    continue
                full = self.fullest(name.text, name.sex or sex)
                known = name.sex or self.sex_of(full)
                if known == sex:
                    return full
                if not known and unknown is None and len(full.split()) > 1:
                    unknown = full
            if unknown is not None and index <= sentence.index - 2:
                break
        return unknown

    def anyone(self, word: str, position: int, heard: list[Heard]) -> str | None:
        """Who spoke last of those whom the pronoun can mean, else the person named last: where nothing nearer answers."""
        word = word.lower()
        sex = "m" if word in _MALE else "f" if word in _FEMALE else ""
        for said in reversed(heard):
            is_fitting = bool(sex) and said.kind != "organisation" and not said.is_plural and self.sex_of(said.name) in ("", sex)
            if word == "it":
                is_fitting = said.kind in ("organisation", "nominal") and not said.is_plural
            elif word in _PLURAL:
                is_fitting = said.is_plural
            if is_fitting:
                return said.name
        before = [
            self.fullest(name.text, sex) for name in self._between(0, position) if sex and not name.is_organisation and not _is_no_person(name.text)
        ]
        return next((name for name in reversed(before) if self.sex_of(name) == sex), None)

    def _between(self, start: int, end: int) -> list[Name]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return self.mentions[first:last]

    def _is_quoted(self, name: Name) -> bool:
        return any(q.start <= name.start < q.end for q in self.document.quotations if q.start <= name.start)

    def noun(self, word: str, position: int, heard: list[Heard]) -> str | None:
        """The named form of "the agency", "the radio", "the sources": who spoke before under that noun, else a name with it."""
        lowered = _singular(word.lower())
        for said in reversed(heard):
            is_pair = " and " in said.text  # "the medics" are not "a reporter and medics"
            if (
                said.start < position
                and len(said.text.split()) > 1
                and not is_pair
                and lowered == _head_noun(said.text)
                and said.text.split()[0].lower() != "one"
            ):
                return said.name
        if lowered in _SURVEYS:
            for said in reversed(heard):
                if said.start < position and len(said.text.split()) > 1 and _head_noun(said.text) in _SURVEYS:
                    return re.sub(r"\b(?:poll|survey)\b", lowered, said.name)  # "the poll" of the "Orlo survey" is the "Orlo poll"
        if word.lower() in _FINDINGS:
            for said in reversed(heard):
                if said.start < position and len(said.text.split()) > 1 and _head_noun(said.text) in _STUDIES:
                    return said.name
        before = self.document.text[max(position - _NAMED_REACH, 0) : position]
        found = None
        nouns = ("poll", "survey") if lowered in _SURVEYS or word.lower() in _FINDINGS else (word,)
        for expression in [expression for name in nouns for expression in _with_noun(name)]:
            for match in expression.finditer(before):
                text = re.sub(r"[’']s?$", "", _without_stops(_SENTENCE_BREAK.split(match.group())[-1]))
                words = text.split()
                if len(words) < 2 or words[0].lower() in name_runs.STOP or words[-2] == "of" and words[-1].lower() == word:  # "Secretary of State"
                    continue
                if found is None or match.start() > found[0]:
                    found = (match.start(), text)
        if found is not None:
            words = found[1].split()
            person = words[1:] if lowered == words[0].lower() and lowered in speakers.titles() else words
            return self.fullest(" ".join(person))
        if lowered in _BODIES:
            return next((s.name for s in reversed(heard) if s.start < position and s.kind == "organisation"), None)
        return None


_SURVEYS = frozenset(("poll", "survey"))
# what a poll or study named before has found, where nobody else's is meant
_FINDINGS = frozenset(("results", "findings"))
_STUDIES = _SURVEYS | {"study", "census", "report"}
# characters: longer than nearly all articles, so that the time a book takes stays in proportion
_NAMED_REACH = 20_000
_SENTENCE_BREAK = re.compile(r"(?<=[a-z]{3})[.!?]\s+")


def _head_noun(words: str) -> str:
    """The noun of a phrase: "authors" of "authors of the report"."""
    return _singular(re.split(r" (?:of|from|by|in|for|on|at|with) ", words.lower(), maxsplit=1)[0].split()[-1])


_BODIES = frozenset(
    "group company firm agency organisation organization office think-tank charity newspaper paper watchdog monitor broadcaster".split()
)


@cache
def _with_noun(word: str) -> tuple[re.Pattern[str], ...]:
    capital = re.escape(word.capitalize())
    if _singular(word) in speakers.titles():  # "the governor" is Governor Roe, and no "Norland governor"
        return (re.compile(rf"\b{capital}[ \xa0]+[A-Z][\w’'-]+(?:[ \xa0]+[A-Z][\w’'-]+)*"),)
    run = r"(?:[A-Z][\w.’'/&-]*[ \xa0]+(?:of[ \xa0]+|for[ \xa0]+|and[ \xa0]+)?)"
    return (
        re.compile(rf"{run}{{1,6}}{capital}\b"),
        re.compile(rf"{run}{{1,6}}(?:[a-z-]+[ \xa0]+)?{re.escape(word)}\b"),
        re.compile(rf"(?<!of )\b{capital}[ \xa0]+(?:(?:of|for|on)[ \xa0]+(?:the[ \xa0]+)?)?[A-Z][\w’'-]+(?:[ \xa0]+(?:and[ \xa0]+)?[A-Z][\w’'-]+)*"),
    )


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _first_subject(pronoun: Token) -> Token | None:
    """The subject that opens the pronoun's sentence: "The port authority has …, it announced"."""
    for token in pronoun.doc[: pronoun.i]:
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("PROPN", "NOUN"):
            return token
    return None


def _without_stops(text: str) -> str:
    words = text.split()
    while words and words[0].lower() in name_runs.STOP | {"new", "latest"}:
        words = words[1:]
    return " ".join(words)


def _starts_with_pronoun(text: str) -> bool:
    first = text.split(maxsplit=1)[0].lower() if text.split() else ""
    return first in _MALE or first in _FEMALE


_NO_PERSONS = frozenset(
    "forum summit conference convention games cup festival county city town village state province region district prefecture territory republic "
    "kingdom island islands river lake valley bay coast sea ocean mountain mountains street avenue road square bridge airport airline act bill law "
    "treaty agreement accord pact plan deal day week war battle hurricane typhoon storm cyclone earthquake hotel tower park stadium prize award "
    "championship olympics league open series east west north south africa america asia europe".split()
)


def _is_no_person(name: str) -> bool:
    """Whether the last word of a name says that it is a place, an event or the like: "Global Refugee Forum", "Bachu County"."""
    words = name.lower().split()
    return len(words) > 1 and words[-1] in _NO_PERSONS
