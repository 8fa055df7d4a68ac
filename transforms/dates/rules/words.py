"""Words that point to the past, the present or the future without a day, and words for sets."""

from __future__ import annotations

import re

from transforms.dates.context import Context
from transforms.dates.lexicon import SEASONS, UNIT_WORDS, UNITS, WORDS, either
from transforms.dates.reading import Reading, rule

# "the past few weeks", "the past fortnight", "the past two summers" are lengths
_PLURALS = [word for word in [*UNIT_WORDS, *(f"{season}s" for season in SEASONS)] if word.endswith(("s", "centuries", "millennia"))]
_PAST_LENGTH = re.compile(rf"\s+(?:(?:\w+\s+)?[\w-]+\s+(?:{either(_PLURALS)})|(?:{either([*UNITS, *SEASONS, 'week-end'])}))\b", re.IGNORECASE)
_NOT_AFTER = {
    "at this time": re.compile(r"\s+(?:last|next)\s+(?:year|month|week)\b", re.IGNORECASE),
    "now": re.compile(r"[-\s]?(?:defunct|famous|infamous|then)\b", re.IGNORECASE),
    "once": re.compile(r"(?:,|\s+(?:the|a|he|she|it|they|we|in\s+a|again|more|every|per|and\s+for)\b)", re.IGNORECASE),
    "current": re.compile(r"\s+(?:accounts?|of|(?:\w+\s+)?(?:week|month|quarter|half|season|year|decade|century|period))\b", re.IGNORECASE),
    "the future": re.compile(r"\s+of\b", re.IGNORECASE),
    "one day": re.compile(r"\s+(?:after|before|later|earlier|ago|in|last|when|of)\b|['’-]", re.IGNORECASE),
    "daily": re.compile(r"\s+(?-i:[A-Z])", re.IGNORECASE),
    "soon": re.compile(r"\s+(?:after|as|thereafter|afterwards?)\b", re.IGNORECASE),
    "recently": re.compile(r"\s+as\b", re.IGNORECASE),
    "the past": _PAST_LENGTH,
    "in the past": _PAST_LENGTH,
}
_MODAL = re.compile(r"\b(?:will|would|could|may|might|can|should|shall|to|hopes?|perhaps|['’]ll)$")
_NOT_BEFORE = {
    "now": re.compile(r"\b(?:until|from|by)\s*$(?!)"),
    "once": re.compile(r"\b(?:at|more\s+than|just|only|all\s+at)\s*$"),
    "soon": re.compile(r"\b(?:as|too|so|how|was|were|had)\s*$"),
    "daily": re.compile(r"\baverage\s*$"),
    # "rise 4% annually", "about 900 units annually": a rate, as "a year" is
    "annually": re.compile(r"\d(?:[,.]\d+)*(?:\s?%|\s+percent|\s+\w+)?\s*$"),
    "yearly": re.compile(r"\d(?:[,.]\d+)*(?:\s?%|\s+percent|\s+\w+)?\s*$"),
}
# "soon became a flood": told of the past, nothing is to come
_THEN_PAST = re.compile(r"\s+(?:became|began|turned|followed|grew|fell|rose|found|lost|left|went|came|had|were|was|[a-z]{3,}(?<!e)ed)\b")


@rule("word", pattern=rf"(?P<word>{either(WORDS)})\b")
def word(match: re.Match[str], context: Context) -> Reading | None:
    """ "now", "recently", "the near future", "daily"."""
    name = " ".join(match["word"].lower().split())
    kind, value = WORDS[name]
    after, before = _NOT_AFTER.get(name), _NOT_BEFORE.get(name)
    if (after and after.match(context.text, match.end())) or (before and before.search(context.before(match.start()))):
        return None
    if name == "soon" and _THEN_PAST.match(context.text, match.end()) and not _MODAL.search(context.before(match.start())):
        return None
    if name == "one day" and not _MODAL.search(context.before(match.start())):
        return None
    if kind == "SET" and match["word"][0].isupper() and re.search(r"[A-Za-z]\s$", context.text[max(0, match.start() - 2) : match.start()]):
        return None
    start = match.start() + (3 if name == "in the past" else 0)
    return Reading(start, match.end(), kind, value, anchor="publication" if kind == "DATE" else "none")
