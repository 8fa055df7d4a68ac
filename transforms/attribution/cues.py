"""The words that attribute: reading `seeds/language/cues.csv` and recognising its cues in text and in parsed sentences.

It knows nothing of speakers or of what a cue covers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.attribution import mute
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table.

    `kind` is speech, thought, intent, evidence (verbs), noun, preposition or hint; `commitment` says, claims, denies,
    confirms or expects; `takes` a clause, also a number as its object, or only a quote.
    """

    text: str
    kind: str
    commitment: str
    takes: str


VERB_KINDS = ("speech", "thought", "intent", "evidence")


@cache
def table() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Cues by (first word, kind); a phrase is listed under its first word."""
    found: dict[tuple[str, str], list[Cue]] = {}
    for row in tables.rows("cues"):
        cue = Cue(row["cue"], row["kind"], row["commitment"], row["takes"])
        kind = "verb" if cue.kind in VERB_KINDS else cue.kind
        found.setdefault((cue.text.split()[0], kind), []).append(cue)
    return {key: tuple(cues) for key, cues in found.items()}


_OUTLOOK = frozenset(
    "growth inflation sale profit revenue demand deficit earning output loss price margin rise increase drop decline fall income gdp rate turnover "
    "shortfall surplus expansion contraction".split()
)


def foresees(verb: Token) -> bool:
    """ "The firm now sees sales growth of 5 percent", "sees a loss": expects it; "sees 40 patients" only meets them."""
    seen = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return verb.lemma_ == "see" and verb.tag_ in ("VBZ", "VBP") and seen is not None and seen.lemma_.lower() in _OUTLOOK


def verb_cues(token: Token) -> tuple[Cue, ...]:
    """The cues that this verb (with its particle or preposition) is, longest phrase first; empty for other words."""
    if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return ()
    rows = table().get((lemma(token), "verb"), ())
    if not rows or (token.pos_ != "VERB" and token.pos_ != "AUX" and token.lower_ not in _SURE_FORMS):
        return ()
    if mute.is_other_sense(token):
        return ()
    if lemma(token) == "see":
        rows = tuple(cue for cue in rows if (cue.commitment == "expects") == foresees(token))
    if len(rows) == 1 and " " not in rows[0].text:
        return rows
    phrases = [cue for cue in rows if " " in cue.text and _has_words(token, cue.text.split()[1:])]
    return tuple(phrases) if phrases else tuple(cue for cue in rows if " " not in cue.text)


@cache
def _forms() -> dict[str, str]:
    """Cue verb by its finite forms of one word."""
    return {form: first for (first, kind) in table() if kind == "verb" for form in inflected(first) if not form.endswith("ing")}


def by_form(word: str) -> tuple[Cue, ...]:
    """The cues that a word can be by its spelling alone, whatever the tagger calls it."""
    verb = _forms().get(word)
    return tuple(cue for cue in table()[verb, "verb"] if " " not in cue.text) if verb is not None else ()


def noun_cue(token: Token) -> Cue | None:
    """The noun of saying that this token is."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    rows = table().get((token.lemma_.lower(), "noun"))
    return rows[0] if rows else None


def lemma(token: Token) -> str:
    """Lower-case lemma; the tagger's slips on the commonest verbs are mended by form."""
    return _FORMS.get(token.lower_) or token.lemma_.lower()


def _has_words(token: Token, rest: list[str]) -> bool:
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 1 + len(rest) + 1]]
    return after[: len(rest)] == rest or any(child.lower_ == rest[0] and child.dep_ in ("prt", "prep") for child in token.children)


_SURE = {"said": "say", "says": "say", "told": "tell", "found": "find", "wrote": "write", "shows": "show", "finds": "find"}
# the lemmatiser's "hop" and "rat"
_FORMS = _SURE | {"hopes": "hope", "hoped": "hope", "hoping": "hope", "rates": "rate", "rated": "rate", "rating": "rate", "texted": "text"}
_SURE_FORMS = frozenset(_SURE)
_IRREGULAR = {
    "say": "said", "tell": "told", "find": "found", "write": "wrote written", "show": "showed shown", "think": "thought", "put": "put",
    "read": "read", "hold": "held", "know": "knew known", "feel": "felt", "give": "gave given", "have": "had has have", "see": "saw seen",
    "understand": "understood", "foresee": "foresaw foreseen", "swear": "swore sworn", "hear": "heard", "learn": "learnt", "go": "went gone",
    "seek": "sought", "refute": "refuted", "bet": "bet", "deny": "denied", "specify": "specified", "reply": "replied", "testify": "testified",
}  # fmt: skip


@cache
def verb_pattern() -> re.Pattern[str]:
    """Finite and participle forms of every verb cue that takes a clause or a quotation, as whole words."""
    forms: set[str] = set()
    for (first, kind), cues in table().items():
        if kind == "verb" and any(cue.kind != "evidence" for cue in cues):
            forms.update(inflected(first))
    return re.compile(r"\b(?:" + "|".join(sorted(forms, key=lambda w: (-len(w), w))) + r")\b", re.IGNORECASE)


def inflected(verb: str) -> set[str]:
    """The forms of an English verb by spelling, with the irregular ones of the table."""
    stem = verb[:-1] if verb.endswith("e") else verb
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = verb + "d" if verb.endswith("e") else verb + "ed"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    doubled = {verb + verb[-1] + "ed", verb + verb[-1] + "ing"} if re.search(r"(?:[^aeiou]|qu)[aeiou][bdgmnpt]$", verb) else set()
    return {verb, third, past, stem + "ing", verb + "ing", *_IRREGULAR.get(verb, "").split(), *doubled} - {
        stem + "ing" if verb.endswith("ee") else ""
    }
