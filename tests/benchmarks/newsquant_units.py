"""NewsQuant's names of units: British-spelled words for symbols and currencies, counted nouns with their modifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NOMINAL = ("NOUN", "PROPN")
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
    following = list(span.doc[span.end : span.end + 4])
    if following and following[0].lower_ == "of":
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
    before = span.doc[max(span.start - 1, 0)]
    is_modifier = before.i < span.start and before.head.i == head.i and (before.dep_ == "amod" or before.lower_ == "record")
    first = before.i if is_modifier else span.end
    words: list[str] = []
    for word in span.doc[first : head.i]:
        if span.start <= word.i < span.end or word.text == "-" or word.i + 1 < head.i and word.nbor(1).text == "-":
            continue
        if word.i > span.end + 1 and word.nbor(-1).text == "-" and word.i - 2 >= first and not re.match(r"\d", word.nbor(-2).text):
            words.append(hyphened(word, first))
        elif is_modifier_word(word):
            words.append(lemma(word))
    return " ".join([*words, lemma(head)])


def is_modifier_word(word: Token) -> bool:
    """Whether the set keeps the word in a unit: adjectives and nouns, no participles, numbers or "more"."""
    if word.dep_ not in ("amod", "compound", "nmod", "conj", "nummod") or word.tag_ in ("VBG", "VBN", "CD"):
        return False
    if word.lower_ in ("more", "last", "next", "past") or re.fullmatch(r"\d+[a-z]+", word.text):
        return False
    return word.is_alpha or word.dep_ in ("compound", "nmod")


def hyphened(last: Token, first: int) -> str:
    """The whole of a hyphenated modifier by its last part: "coal-fired", "cloud-to-ground"."""
    parts = [last.text]
    at = last.i
    while at - 2 >= first and last.doc[at - 1].text == "-":
        parts.insert(0, last.doc[at - 2].text)
        at -= 2
    return "-".join(parts).lower()


def members(span: Span) -> str:
    """What "one of the …" is one of."""
    rest = span.doc[span.end :]
    words: list[str] = []
    for token in rest:
        if token.lower_ in ("of", "the", "most", "least") or token.tag_ == "CD" and not words:
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
            if token.pos_ in NOMINAL and token.dep_ not in ("compound", "nmod", "poss"):
                break
        elif token.tag_ == "POS":
            continue
        elif words or token.pos_ in ("VERB", "AUX", "PUNCT"):
            break
    return " ".join(words) or "-"
