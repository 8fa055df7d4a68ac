"""Which language a text is in: detected when it is long enough to tell, otherwise what the document says."""

from __future__ import annotations

import re

from transforms.articles.found import Found
from transforms.articles.trust import in_order

LONG_ENOUGH = 120
"""Characters from which a detected language is worth more than a declared one."""
_SAMPLE = 2000
_PLAIN_SHARE = 0.12
_THE_SHARE = 0.02
_FUNCTION_WORDS = frozenset("the of and to that with for have has from were which said this their would they after by at".split())
_URLS = re.compile(r"https?://\S+")


def decide(found: Found, text: str) -> tuple[str, str]:
    """ISO 639-1 code and its evidence; "und" when nothing tells."""
    letters = _URLS.sub(" ", text[:_SAMPLE])
    if len(letters) >= LONG_ENOUGH:
        found.say("language", "detected", detect(letters))
    for said in in_order(found, "language"):
        code = re.split(r"[-_]", said.value.strip().lower())[0]
        if re.fullmatch(r"[a-z]{2,3}", code):
            return _ISO_639_2.get(code, code), said.evidence
    return detect(letters), "detected"


def is_plainly_english(text: str) -> bool:
    """Whether words that only English has so often make up much of the text; saves the model, which costs as much as the page."""
    words = text.lower().split()
    return (
        len(words) >= 20
        and sum(word in _FUNCTION_WORDS for word in words) >= _PLAIN_SHARE * len(words)
        and words.count("the") >= _THE_SHARE * len(words)
    )


def detect(text: str) -> str:
    """The likeliest language: English where its function words abound, otherwise by py3langid."""
    if is_plainly_english(text):
        return "en"
    from py3langid import classify  # loading its model takes half a second: only processes that read articles pay it

    return str(classify(text)[0])


_ISO_639_2 = {
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "ara": "ar",
    "rus": "ru",
    "ukr": "uk",
}
