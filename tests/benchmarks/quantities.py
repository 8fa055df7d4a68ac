"""Predict quantities for a NewsQuant-style gold file: `python quantities.py GOLD OUT`.

Reads texts, never answers; writes a JSON line a text in the scorer's format. What NewsQuant does otherwise than this
product (vague counts as ranges, changes as ranges, "one of" and ages as quantities, British unit names, bags of words as
concepts) is mapped here and nowhere else.
"""

from __future__ import annotations

import json
import re
import sys
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.language import tables
from transforms.language.document import Document
from transforms.quantities.find import find
from transforms.quantities.quantity import Quantity
from transforms.quantities.trend import trend

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# not quantities for NewsQuant; ages, "one of", placing durations and idioms with "one" are
DROPPED = frozenset(("date", "time", "ordinal", "reference", "list_number", "contact", "version", "furniture", "multiplier", "score"))
MONEY = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "AUD": "australian dollar", "CAD": "canadian dollar", "NZD": "new zealand dollar",
    "CNY": "chinese yuan", "JPY": "japanese yen", "MYR": "malaysian ringgit", "INR": "indian rupee", "ILS": "shekel", "ZAR": "south african rand",
    "CHF": "swiss franc", "HKD": "hong kong dollar", "SGD": "singapore dollar", "TWD": "new taiwan dollar", "RUB": "russian ruble", "KRW": "south korean won",
    "THB": "thai baht", "IDR": "indonesian rupiah", "PHP": "philippine peso", "MXN": "mexican peso", "BRL": "brazilian real", "TRY": "turkish lira",
    "SEK": "swedish krona", "NOK": "norwegian krone", "DKK": "danish krone", "PLN": "polish zloty", "HRK": "croatian kuna", "NGN": "nigerian naira",
    "PKR": "pakistani rupee", "KES": "kenyan shilling", "VND": "vietnamese dong", "SAR": "saudi riyal", "AED": "united arab emirates dirham",
}  # fmt: skip
MEASURES = {
    "%": "percentage", "pp": "percentage point", "bp": "basis point", "m": "metre", "mi": "mile", "ft": "foot", "in": "inch", "yd": "yard", "ha": "hectare", "ac": "acre",
    "lb": "pound-mass", "oz": "ounce", "t": "metric ton", "kt": "kiloton", "Mt": "megaton", "Gt": "gigaton", "gal": "gallon", "pt": "pint", "qt": "quart",
    "fl oz": "fluid ounce", "mph": "mile per hour", "km/h": "kilometre per hour", "mpg": "mile per gallon", "kn": "knot", "hp": "horsepower", "lb-ft": "foot pound-force",
    "°C": "celsius", "°F": "fahrenheit", "°": "degree", "L": "litre", "Hz": "hertz", "W": "watt", "Wh": "watt hour", "V": "volt", "B": "byte", "g": "gram", "nmi": "nautical mile",
    "rpm": "revolutions per minute", "ppm": "parts-per-million", "ppb": "parts-per-billion", "psi": "pound per square inch", "ksi": "kilopound per square inch", "Pa": "pascal",
    "Mbit/s": "megabit per second", "Gbit/s": "gigabit per second", "mAh": "milliampere-hour", "cal": "calorie", "kcal": "kilocalorie", "m/s": "metre per second",
    "A/cm²": "ampere per square centimetre", "MP": "megapixel", "Nm": "newton metre", "cc": "cubic centimetre", "dB": "decibel", "J": "joule", "tbsp": "tablespoon", "tsp": "teaspoon",
    "barrel/day": "barrel per day", "km/s": "kilometre per second", "µg": "microgram", "bit": "bit",
}  # fmt: skip
PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "m": "milli", "c": "centi", "µ": "micro", "n": "nano", "h": "hecto"}
POWERS = {"²": "square ", "³": "cubic "}
SUBUNITS = {
    "cent": ("cent", 100.0),
    "cents": ("cent", 100.0),
    "¢": ("cent", 100.0),
    "p": ("point", 100.0),
    "pence": ("pence", 100.0),
    "sen": ("sen", 100.0),
}
STOP = frozenset(
    "the a an of in on at to for by with from and or as is are was were be been being it its his her their our your my this that these those which who whom "
    "there here he she they we you i has have had do does did will would can could may might must not no than then so just also about more most one some any "
    "into over under per after before during since until while when where what how all each both such only very up down out off".split()
)
CHANGE_NOUNS = frozenset(row["word"] for row in tables.rows("trends") if row["part"] == "noun")
TIMES = frozenset("year years month months week weeks day days today yesterday last past end time times quarter season close".split())
WORDLIKE = ("NOUN", "PROPN", "ADJ", "NUM")
NOMINAL = ("NOUN", "PROPN")


def clean(text: str) -> str:
    """The text with the signs back that the set has lost."""
    text = re.sub(r"(?<![A-Za-z])PS(?=\d)", "£", text)
    return re.sub(r"\b(?:S P|sp|s&p) (?=500\b)", "S&P ", text)


def predict(text: str) -> list[dict[str, object]]:
    """All quantities of one text in the scorer's format."""
    document = Document(clean(text))
    found = [quantity for quantity in find(document) if is_wanted(document.text, quantity)]
    predictions: list[dict[str, object]] = []
    last_unit = "-"
    skip = False
    for quantity, following in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        if following is not None and is_change(document.text, quantity, following):
            row = describe(document, following)
            if "per" not in str(row["normalized_unit"]) and (first := unit_name(quantity)) and " per " in first:
                row["normalized_unit"] = first
            row["value"] = [number(quantity), number(following)]
            row["change"] = "~" if "~" in (quantity.comparator, following.comparator) else "="
            predictions.append(row)
            skip = True
            continue
        row = describe(document, quantity)
        if row["normalized_unit"] == "-" and goes_on(document.text, quantity, last_unit):
            row["normalized_unit"] = last_unit
        if (
            predictions
            and quantity.kind != "count"
            and re.search(r"\((?:about |US |approximately )?$", document.text[max(quantity.start - 15, 0) : quantity.start])
        ):
            row["referred_concepts"] = predictions[-1]["referred_concepts"]  # a conversion
        if quantity.kind == "count":
            last_unit = str(row["normalized_unit"])
        if " or " in quantity.text or "- or " in quantity.text:
            predictions += [row | {"value": quantity.low}, row | {"value": quantity.high}]
        else:
            predictions.append(row | {"value": value(quantity)})
    return predictions


def goes_on(text: str, quantity: Quantity, unit: str) -> bool:
    """Whether a bare number goes on the unit before it: "rose 5 points to 120", "12 died and 4 who ..."."""
    if unit in ("point", "percentage point"):
        return text[: quantity.start].endswith((" to ", " at "))
    return re.match(r" (?:who|whom|of them|per)\b", text[quantity.end : quantity.end + 9]) is not None and unit not in MONEY.values()


def is_wanted(text: str, quantity: Quantity) -> bool:
    """Whether NewsQuant would mark it."""
    after = text[quantity.end : quantity.end + 4]
    if quantity.reason == "name":
        return re.match(r"G\b", after) is not None
    if quantity.reason == "pronoun":
        return after == " of "
    if quantity.reason == "age":
        return quantity.low == quantity.high
    return quantity.reason not in DROPPED


def is_change(text: str, first: Quantity, second: Quantity) -> bool:
    """ "from 9 to 10", "dropping from 208 pounds to 193": two numbers that NewsQuant marks as one range."""
    gap = text[max(first.end, first.unit_end or 0) : second.start]
    if re.search(r"\bfrom (?:up to |about |around |just |a |the |US )?$", text[max(first.start - 14, 0) : first.start]) is None:
        return False
    plain = first.low == first.high and second.low == second.high
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


def subunit(quantity: Quantity) -> tuple[str, float]:
    """NewsQuant keeps cents and pence as units of their own."""
    if quantity.kind == "money":
        word = re.search(r"(cents?|pence|sen|p|¢)$", quantity.text)
        if word and (len(word.group()) > 1 or re.search(r"\d ?p$", quantity.text) or word.group() == "¢"):
            return SUBUNITS[word.group()]
    return "", 1.0


def measure_name(symbol: str) -> str:
    """The British-spelled singular name of a symbol."""
    if symbol in MEASURES:
        return MEASURES[symbol]
    if symbol[-1:] in POWERS and len(symbol) > 1:
        return POWERS[symbol[-1]] + measure_name(symbol[:-1])
    if symbol[:1] in PREFIXES and symbol[1:] in MEASURES:
        return PREFIXES[symbol[0]] + MEASURES[symbol[1:]]
    if symbol[1:] == "bit" and symbol[:1] in PREFIXES:
        return PREFIXES[symbol[0]] + "bit"
    return symbol


def unit_name(quantity: Quantity) -> str:
    """The set's name for a unit of measure, money or a rate."""
    first, _, per = (quantity.unit or "-").partition("/")
    if quantity.unit in MEASURES:
        first, per = quantity.unit or "", ""
    name = subunit(quantity)[0] or (MONEY.get(first, first.lower()) if quantity.kind == "money" else measure_name(first))
    return f"{name} per {measure_name(per)}" if per else name


def describe(document: Document, quantity: Quantity) -> dict[str, object]:
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
    unit, concept = unit_and_concept(document, quantity, span)
    return {"change": change, "normalized_unit": unit, "referred_concepts": sorted(concept) or ["-"]}


def is_marked_change(document: Document, quantity: Quantity, span: Span) -> bool:
    """NewsQuant marks a change by verb or adverb, not by a noun ("a 4 % drop"); of hedged ones only percentages."""
    before = document.text[max(quantity.start - 24, 0) : quantity.start]
    if re.search(r"\b(?:to|at) (?:a |just |about |around |nearly |as \w+ as |US |U\.S\. |close of )*$", before) and (
        quantity.kind == "count" or quantity.unit == "USD"
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


def unit_and_concept(document: Document, quantity: Quantity, span: Span) -> tuple[str, set[str]]:
    """The unit's name and the words of the concept."""
    text = document.text
    root = span.root
    if quantity.reason == "name":
        return "generation wireless", phrase_words(root.head) if root.head.pos_ in NOMINAL else set()
    if quantity.reason == "age":
        return "year of age", around(span, quantity)
    if quantity.reason == "pronoun":
        return members(span), set()
    if quantity.kind in ("fraction", "ratio") and quantity.unit == "%":
        return f"% {whole(span)}", set()
    if quantity.kind != "count":
        return unit_name(quantity), around(span, quantity)
    if text[quantity.end : quantity.end + 6] == " times":
        rate = re.match(r" times (?:a|an|per|every|each) (second|minute|hour|day|week|month|year)", text[quantity.end :])
        return f"count per {rate.group(1)}" if rate else "count", around(span, quantity)
    head = counted(span)
    if head is None:
        return "-", around(span, quantity)
    if head.lemma_ == "point" and head.i == span.end:
        return "point", around(document.span(quantity.start, sentence_offset(document, quantity) + head.idx + len(head)), quantity)
    return counted_name(head, span), beyond(head, span)


def sentence_offset(document: Document, quantity: Quantity) -> int:
    """Where the quantity's sentence starts in the text."""
    return document.sentence_at(quantity.start).start


def counted(span: Span) -> Token | None:
    """The noun that the number counts."""
    token = span.root
    if span.end < len(span.doc):
        beside = span.doc[span.end]
        if beside.text == "-" and span.end + 1 < len(span.doc):
            beside = span.doc[span.end + 1]
        if (
            beside.tag_ == "NN"
            and beside.dep_ in ("compound", "nmod", "npadvmod", "amod")
            and beside.head.tag_ in ("NN", "NNP")
            and not span.text.lower().endswith("one")
        ):
            return beside
    if (
        token.dep_ in ("nummod", "compound", "nmod", "amod", "quantmod", "npadvmod", "advmod", "appos")
        and token.head.pos_ in NOMINAL
        and token.head.i > span[-1].i - 1
    ):
        return token.head
    following = span.doc[span.end :][:4] if span.end < len(span.doc) else []
    if len(following) and following[0].lower_ == "of":
        for child in following[0].children:
            if child.dep_ == "pobj" and child.pos_ in NOMINAL:
                return child
    for word in following:
        if word.pos_ in NOMINAL and not word.text[0].isdigit():
            return word
        if word.pos_ not in ("ADJ", "VERB", "ADV", "PUNCT", "CCONJ", "NOUN") or word.text == ",":
            break
    return None


def lemma(token: Token) -> str:
    """The dictionary form, names as written."""
    word = token.lemma_ if token.pos_ != "PROPN" else token.text.removesuffix("s") if token.tag_ == "NNPS" else token.text
    return "people" if token.lower_ == "people" else word.lower()


def counted_name(head: Token, span: Span) -> str:
    """The counted noun with its modifiers, as the set names units."""
    if lemma(head) in MEASURES.values() or lemma(head) in ("year", "month", "week", "day", "hour"):
        return lemma(head)
    first = span.start - 1 if span.start and span.doc[span.start - 1].dep_ == "amod" and span.doc[span.start - 1].head.i == head.i else span.end
    words = [
        w for w in span.doc[first : head.i]
        if w.i not in range(span.start, span.end) and w.dep_ in ("amod", "compound", "nmod", "conj", "nummod") and w.tag_ not in ("VBG", "VBN", "CD")
        and w.lower_ not in ("more", "-", "last", "next", "past") and (w.is_alpha or w.dep_ in ("compound", "nmod") and w.text != "-")
    ]  # fmt: skip
    return " ".join([*(lemma(word) for word in words), lemma(head)])


def members(span: Span) -> str:
    """What "one of the …" is one of."""
    rest = span.doc[span.end :]
    words = []
    for token in rest:
        if token.lower_ in ("of", "the", "most", "least"):
            continue
        if token.lower_ == "and" and words and token.head.pos_ == "ADJ":
            continue
        if token.lower_ in STOP or token.is_punct:
            if token.is_punct or token.lower_ in ("that", "who", "which", "and", "with"):
                if words:
                    break
            continue
        if token.pos_ in ("VERB", "AUX") and words and token.dep_ not in ("amod", "acl"):
            break
        words.append(lemma(token))
        if (
            token.pos_ in NOMINAL
            and len(words) >= 1
            and token.dep_ == "pobj"
            and token.i + 1 < len(span.doc)
            and span.doc[token.i + 1].lower_ not in ("of", "in", "responsible")
        ):
            break
    return " ".join(words) or "-"


def whole(span: Span) -> str:
    """What the fraction is a fraction of."""
    following = list(span.doc[span.end : span.end + 8])
    words: list[str] = []
    for token in following:
        if token.lower_ in ("which", "whom", "those", "them"):
            break
        if token.lower_ in STOP or token.tag_ in ("VBN", "CD"):
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ"):
            words.append(token.text if token.pos_ == "PROPN" else lemma(token))
            if token.pos_ in NOMINAL and token.dep_ not in ("compound", "nmod"):
                break
        elif words or token.pos_ in ("VERB", "AUX", "PUNCT"):
            break
    return " ".join(words) or "-"


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
    if head is None or (head.pos_ not in NOMINAL and head.tag_ != "VBG" and head.dep_ not in ("nsubj", "nsubjpass")) or head.pos_ == "PRON":
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


def subject_of(token: Token) -> Token | None:
    """The subject of the clause above the token; for a pronoun the nearest subject with a noun before it."""
    for above in token.ancestors:
        if above.pos_ not in ("VERB", "AUX"):
            continue
        for child in above.children:
            if child.dep_ in ("nsubj", "nsubjpass", "expl") and child.i != token.i:
                if child.pos_ not in ("PRON", "DET", "NUM"):
                    return child
                if child.lower_ in ("which", "that", "who") and above.dep_ == "relcl":
                    return above.head
                return nominal_before(child)
        if above.dep_ in ("acl", "relcl") and above.head.pos_ in NOMINAL:
            return above.head
    return None


def nominal_before(pronoun: Token) -> Token | None:
    """What a personal pronoun probably stands for: the first nominal subject before it."""
    if pronoun.lower_ not in ("it", "he", "she", "they", "which", "who"):
        return None
    person = pronoun.lower_ in ("he", "she", "who")
    for token in reversed(pronoun.doc[: pronoun.i]) if person else pronoun.doc[: pronoun.i]:
        if token.pos_ in NOMINAL and token.dep_ in ("nsubj", "nsubjpass", "ROOT", "poss") and (not person or token.pos_ == "PROPN"):
            return token
    return None


def around(span: Span, quantity: Quantity) -> set[str]:
    """The noun phrases that a measured number belongs to: what it modifies, is of, is said of."""
    token = span.root
    inside = {word.i for word in span}
    found = complements(token, inside)
    climbing: Token = token
    while climbing.head.i != climbing.i and (
        climbing.head.i in inside or climbing.head.pos_ in NOMINAL or (climbing.head.pos_ == "ADP" and climbing.dep_ == "pobj")
    ):
        climbing = climbing.head
        if climbing.i not in inside and climbing.pos_ in NOMINAL:
            found |= phrase_words(climbing)
    if (
        quantity.kind == "duration"
        and quantity.reason != "age"
        and not found
        and (climbing.pos_ == "ADP" or climbing.dep_ in ("npadvmod", "dobj", "advmod"))
    ):
        return set()
    subject = subject_of(token)
    if subject is not None and subject.i not in inside:
        found |= phrase_words(subject)
    for above in token.ancestors:
        if above.pos_ == "VERB":
            for child in above.children:
                if child.dep_ in ("dobj", "attr") and child.i not in inside and token.i not in {word.i for word in child.subtree}:
                    found |= phrase_words(child)
            found |= complements(above, inside)
            break
    if not found:
        nouns = [word for word in span.doc if word.pos_ in NOMINAL and word.lower_ not in TIMES and not word.text[0].isdigit()]
        before = [word for word in nouns if word.i < span.start][-1:] or [word for word in nouns if word.i >= span.end][:1]
        for word in before:
            found |= phrase_words(word)
    unit_words = {word.text for word in span}
    return {word for word in found if word not in unit_words and not word.isdigit() or word == "500"}


def complements(head: Token, inside: set[int]) -> set[str]:
    """The phrases that "of", "for", "in" and their like hang on a word."""
    found: set[str] = set()
    for child in head.children:
        if (
            child.i not in inside
            and child.dep_ == "prep"
            and child.i > head.i
            and child.lower_ in ("of", "in", "for", "on", "off", "from", "against")
        ):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.i not in inside and not inner.like_num and inner.ent_type_ == "":
                    found |= phrase_words(inner)
    return found


def beyond(head: Token, span: Span) -> set[str]:
    """The phrases that a counted noun belongs to, itself left out."""
    inside = {word.i for word in span} | {head.i}
    found: set[str] = set()
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i > head.i:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found |= phrase_words(inner)
    if head.dep_ == "pobj":
        above = head.head.head
        if head.head.lower_ in ("of", "for") and above.pos_ in NOMINAL and above.lower_ not in ("total", "number", "average", "equivalent", "record"):
            found |= phrase_words(above)
            if above.dep_ == "attr" and (subject := subject_of(above)) is not None:
                found |= phrase_words(subject)
    elif head.dep_ == "compound" and head.head.pos_ in NOMINAL:
        found |= phrase_words(head.head)
    if head.dep_ in ("dobj", "attr", "conj", "oprd") or (head.dep_ == "nmod" and not found):
        subject = subject_of(head)
        if subject is not None and subject is not head and subject.lower_ not in ("there",):
            found |= phrase_words(subject)
    return (
        found
        - {head.text, *(word.text for word in span)}
        - {word.text for word in head.children if word.dep_ != "prep"}
        - {written(word) for word in span.doc if word.i in inside}
    )


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
