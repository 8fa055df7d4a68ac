"""Predict quantities for a NewsQuant-style gold file: `python quantities.py GOLD OUT`.

Reads texts, never answers; writes a JSON line a text in the scorer's format. What NewsQuant does otherwise than this
product (vague counts as ranges, changes as ranges, "one of" and ages as quantities, British unit names, bags of words as
concepts) is mapped here and nowhere else.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from newsquant_concepts import beyond, measured, phrase_words
from newsquant_units import MONEY, NOMINAL, counted, counted_name, members, subunit, unit_name, whole

from transforms.language import tables
from transforms.language.document import Document
from transforms.quantities.find import find
from transforms.quantities.quantity import Quantity
from transforms.quantities.trend import trend

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# not quantities for NewsQuant; ages, "one of", placing durations and idioms with "one" are
DROPPED = frozenset(("date", "time", "ordinal", "reference", "list_number", "contact", "version", "furniture", "multiplier", "score"))
# the set marks a level reached as a change in these alone ("rose 3 % to 40 yuan"), and in percent
_MARKED_LEVELS = ("CNY", "JPY", "MYR", "°C", "°F")
_FULL_NAME = re.compile(r"\b(?!The\b)[A-Z][a-z]+ [A-Z][a-z’'-]+ $")
_VERB_NEXT = re.compile(r" (?:has|had|is|was|who|said|says|will)\b")
# in sentences that have lost their capitals: months before a day, currencies, generations of networks
_LOWERED = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?= \d)"
    r"|\b(?:us|au|nz|hk)(?= ?\$)|(?<=\$)us(?=\d)|\b(?:rm|usd|eur)(?=\d)|(?<=\b[345])g\b|(?<=\d)(?:gb|tb)\b"
)
CHANGE_NOUNS = frozenset(row["word"] for row in tables.rows("trends") if row["part"] == "noun")


def clean(text: str) -> str:
    """The text with the signs back that the set has lost."""
    text = re.sub(r"(?<![A-Za-z])PS(?=\d)", "£", text)
    if text == text.lower():
        text = _LOWERED.sub(lambda match: match.group().upper() if len(match.group()) < 4 else match.group().capitalize(), text)
    return re.sub(r"\b(?:S P|sp|s&p) (?=500\b)", "S&P ", text)


def predict(text: str) -> list[dict[str, object]]:
    """All quantities of one text in the scorer's format."""
    document = Document(clean(text))
    found = [quantity for quantity in (aged(document.text, quantity) for quantity in find(document)) if is_wanted(document.text, quantity)]
    taken = token_indices(document, found)
    predictions: list[dict[str, object]] = []
    last_unit = "-"
    skip = False
    before_it: Quantity | None = None
    for quantity, following in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        if following is not None and is_change(document.text, quantity, following):
            row = describe(document, following, taken)
            if "per" not in str(row["normalized_unit"]) and (first := unit_name(quantity)) and " per " in first:
                row["normalized_unit"] = first
            row["value"] = [number(quantity), number(following)]
            row["change"] = "~" if "~" in (quantity.comparator, following.comparator) else "="
            predictions.append(row)
            skip = True
            continue
        row = describe(document, quantity, taken)
        if row["normalized_unit"] == "-" and goes_on(document.text, quantity, last_unit):
            row["normalized_unit"] = last_unit
        if (
            predictions
            and quantity.kind != "count"
            and re.search(r"\((?:about |US |approximately |~)?$", document.text[max(quantity.start - 15, 0) : quantity.start])
        ):
            before = predictions[-1]  # a conversion, or the measure of what was counted: "four pans (2 kg)"
            counted_before = found[found.index(quantity) - 1].kind == "count" and before["normalized_unit"] != "-"
            if before["change"] in ("up", "down") and row["change"] == "=":
                row["change"] = before["change"]
            row["referred_concepts"] = str(before["normalized_unit"]).split() if counted_before else before["referred_concepts"]
        elif follows_on(document.text, before_it, quantity):
            row["referred_concepts"] = predictions[-1]["referred_concepts"]
        if before_it is not None and re.fullmatch(r",? or (?:about |around |nearly )?", gap_between(document.text, before_it, quantity)):
            row["change"] = predictions[-1]["change"] if row["change"] in ("=", "up", "down") else row["change"]
            if quantity.kind != "count":
                row["referred_concepts"] = predictions[-1]["referred_concepts"]  # $5 million, or 20 cents a share
        before_it = quantity
        if quantity.kind == "count":
            last_unit = str(row["normalized_unit"])
        if " or " in quantity.text or "- or " in quantity.text:
            predictions += [row | {"value": quantity.low}, row | {"value": quantity.high}]
        else:
            predictions.append(row | {"value": value(quantity)})
    return predictions


def follows_on(text: str, first: Quantity | None, second: Quantity) -> bool:
    """Whether the second number tells where the first brought the same thing: "fell 3 % to $5", "down 8 p at 12 p"."""
    if first is None or "count" in (first.kind, second.kind):
        return False
    return re.fullmatch(r" (?:to|at|from) (?:just |about |around )?", gap_between(text, first, second)) is not None


def gap_between(text: str, first: Quantity, second: Quantity) -> str:
    """What stands between two numbers and their units."""
    return text[max(first.end, first.unit_end or 0) : second.start]


def named_after(token: Token) -> set[str]:
    """The words of the noun that a name such as "5G" stands before."""
    head = token
    while head.dep_ in ("nummod", "compound", "nmod", "amod") and head.head.pos_ in NOMINAL:
        head = head.head
    return {word for word in phrase_words(head) if not word[0].isdigit()} if head.i > token.i + 1 else set()


def token_indices(document: Document, found: list[Quantity]) -> dict[int, frozenset[int]]:
    """For each sentence the tokens of its numbers and their units."""
    indices: dict[int, set[int]] = {}
    for quantity in found:
        sentence = document.sentence_at(quantity.start)
        end = min(max(quantity.end, quantity.unit_end or 0), sentence.end)
        if quantity.reason not in ("name", "pronoun"):
            indices.setdefault(sentence.index, set()).update(token.i for token in document.span(quantity.start, end))
    return {sentence.index: frozenset(indices.get(sentence.index, ())) for sentence in document.sentences}


def goes_on(text: str, quantity: Quantity, unit: str) -> bool:
    """Whether a bare number goes on the unit before it: "rose 5 points to 120", "12 died and 4 who ..."."""
    if unit in ("point", "percentage point"):
        return text[: quantity.start].endswith((" to ", " at "))
    return re.match(r" (?:who|whom|of them|per)\b", text[quantity.end : quantity.end + 9]) is not None and unit not in MONEY.values()


def aged(text: str, quantity: Quantity) -> Quantity:
    """ "Ann Holm 44 has left": an age that has lost its commas."""
    if quantity.reason != "name" or not 18 <= (quantity.low or 0) <= 99 or _VERB_NEXT.match(text, quantity.end) is None:
        return quantity
    return replace(quantity, reason="age") if _FULL_NAME.search(text, max(quantity.start - 40, 0), quantity.start) else quantity


def is_wanted(text: str, quantity: Quantity) -> bool:
    """Whether NewsQuant would mark it."""
    after = text[quantity.end : quantity.end + 4]
    if quantity.reason == "name":
        return re.match(r"G\b", after) is not None
    if quantity.reason == "pronoun":
        return after == " of "
    if after.startswith("-") and quantity.text.isalpha() and quantity.kind in ("count", "duration") and quantity.reason != "age":
        return False  # a five-year plan
    if quantity.reason == "age":
        return quantity.low == quantity.high
    return quantity.reason not in DROPPED


def is_change(text: str, first: Quantity, second: Quantity) -> bool:
    """ "from 9 to 10", "dropping from 208 pounds to 193": two numbers that NewsQuant marks as one range."""
    gap = text[max(first.end, first.unit_end or 0) : second.start]
    if re.search(r"\bfrom (?:up to |about |around |just |a |the |US )?$", text[max(first.start - 14, 0) : first.start]) is None:
        return False
    plain = all(quantity.low == quantity.high or None in (quantity.low, quantity.high) for quantity in (first, second))
    return plain and re.fullmatch(r"(?: (?:combined|U\.S\.|in \d{4}))?(?: per \w+)? to (?:just |about |only |around )?", gap) is not None


def number(quantity: Quantity) -> float:
    """One number, in the unit as written."""
    given = quantity.low if quantity.low is not None else quantity.high
    if given is None:
        return 0.0
    if quantity.kind in ("fraction", "ratio") and quantity.unit == "%":
        return (
            float(Fraction(given / 100).limit_denominator(12))
            if abs(Fraction(given / 100).limit_denominator(12) - given / 100) < 1e-4
            else given / 100
        )
    return round(given * subunit(quantity)[1], 6) if subunit(quantity)[1] != 1 else given


def value(quantity: Quantity) -> float | list[float]:
    """A number, or a range of two."""
    if quantity.is_vague:
        return [number(quantity), 10 * number(quantity)]
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        factor = subunit(quantity)[1]
        return [quantity.low * factor, quantity.high * factor]
    return number(quantity)


def describe(document: Document, quantity: Quantity, taken: dict[int, frozenset[int]]) -> dict[str, object]:
    """Unit, change and concept of one quantity."""
    sentence = document.sentence_at(quantity.start)
    end = min(max(quantity.end, quantity.unit_end or 0), sentence.end)
    span = document.span(quantity.start, end)
    direction = trend(document, quantity)
    change = {">=": ">", "<=": "<"}.get(quantity.comparator, quantity.comparator)
    if quantity.is_vague:
        change = "="
    before = document.text[max(quantity.start - 12, 0) : quantity.start]
    if before.endswith("within "):
        change = "="
    if re.search(r"averag(?:ed|ing|es) $", before):
        change = "~"
    if document.text[quantity.end : quantity.end + 6] == " more ":
        change = ">"
    if direction and is_marked_change(document, quantity, span):
        change = direction
    unit, concept = unit_and_concept(document, quantity, span, taken[sentence.index])
    return {"change": change, "normalized_unit": unit, "referred_concepts": sorted(concept) or ["-"]}


def is_marked_change(document: Document, quantity: Quantity, span: Span) -> bool:
    """NewsQuant marks a change by verb or adverb, not by a noun ("a 4 % drop"); of hedged ones only percentages."""
    before = document.text[max(quantity.start - 24, 0) : quantity.start]
    if re.search(r"\b(?:to|at) (?:a |just |about |around |nearly |as \w+ as |US |U\.S\. |close of )*$", before) and (
        quantity.kind in ("count", "measure", "money") and quantity.unit not in _MARKED_LEVELS
    ):
        return False
    if re.search(r"\b(?:of|from) $", before):
        return False
    if quantity.comparator in (">", ">=", "<=") or (
        quantity.comparator == "~" and (quantity.kind != "percent" or re.search(r"\b(?:up|down) \w+ $", before))
    ):
        return False
    head = span.root.head
    return not (span.root.dep_ in ("compound", "nummod", "amod", "nmod") and head.i > span[-1].i and head.lemma_ in CHANGE_NOUNS)


def unit_and_concept(document: Document, quantity: Quantity, span: Span, taken: frozenset[int]) -> tuple[str, set[str]]:
    """The unit's name and the words of the concept."""
    text = document.text
    root = span.root
    if quantity.reason == "name":
        return "generation wireless", named_after(root)
    if quantity.reason == "age":
        return "year of age", measured(span, quantity, taken)
    if quantity.reason == "pronoun":
        return members(span), set()
    if quantity.kind in ("fraction", "ratio") and quantity.unit == "%":
        return f"% {whole(span)}", set()
    if quantity.kind != "count":
        return unit_name(quantity), measured(span, quantity, taken)
    if text[quantity.end : quantity.end + 6] == " times":
        rate = re.match(r" times (?:a|an|per|every|each) (second|minute|hour|day|week|month|year)", text[quantity.end :])
        return f"count per {rate.group(1)}" if rate else "count", measured(span, quantity, taken)
    head = counted(span)
    if head is None:
        return "-", measured(span, quantity, taken)
    if head.lemma_ == "point" and head.i == span.end:
        return "point", measured(document.span(quantity.start, sentence_offset(document, quantity) + head.idx + len(head)), quantity, taken)
    return counted_name(head, span), beyond(head, span, taken)


def sentence_offset(document: Document, quantity: Quantity) -> int:
    """Where the quantity's sentence starts in the text."""
    return document.sentence_at(quantity.start).start


def main() -> None:
    """Predict every text of the gold file."""
    if len(sys.argv) != 3:
        sys.exit("usage: quantities.py GOLD OUT")
    gold, out = map(Path, sys.argv[1:])
    with out.open("w", encoding="utf-8") as written:
        for row in json.loads(gold.read_text(encoding="utf-8")):
            json.dump({"id": row["id"], "quantities": predict(row["text"])}, written)
            written.write("\n")


if __name__ == "__main__":
    main()
