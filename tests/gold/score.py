"""Pairing predicted claims with marked ones and counting, field by field, what agrees.

A pair overlaps in the text and claims the same interval. Names and noun phrases agree when they share most of their
words or end in the same one; all else agrees when it is equal. A marked field may list several accepted values.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from transforms.extract import ArticleText, extract

HERE = Path(__file__).resolve().parent
EXACT = ("comparator", "unit", "metric", "status", "quote", "stated_on", "period", "source_chain")
PHRASES = ("counted", "subject", "place", "source")
FIELDS = EXACT + PHRASES
WHOLE = ("comparator", "counted", "metric", "status", "source", "stated_on")
DEFAULTS: dict[str, Any] = {"comparator": "=", "status": "asserted", "quote": "none", "source_chain": []}
SMALL_WORDS = frozenset("the a an of its their his her in on at".split())
ALIKE = 0.6

Claim = dict[str, Any]


@dataclass
class Tally:
    """Counts over all articles; `wrong` lists every disagreement for people."""

    marked: int = 0
    found: int = 0
    paired: int = 0
    whole: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    wrong: list[tuple[Any, ...]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Precision, recall, F1 of whole claims, and of the pairs the share that agrees, by field; fractions."""
        agreed = {name: count / max(self.paired, 1) for name, count in self.right.items()}
        whole = 2 * self.whole / max(self.marked + self.found, 1)
        return {"precision": self.paired / max(self.found, 1), "recall": self.paired / max(self.marked, 1), "whole": whole} | agreed


def read_articles() -> list[dict[str, Any]]:
    """The articles of articles.yaml: id, publisher, published, text and claims with offsets and defaults filled in."""
    articles = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))
    for article in articles:
        article["published"] = str(article["published"])
        article["claims"] = [_with_offsets(claim, article["text"]) for claim in article["claims"]]
    return articles


def read_passages() -> list[dict[str, Any]]:
    """The rows of passages.jsonl, in the same shape."""
    return [json.loads(line) for line in (HERE / "passages.jsonl").read_text(encoding="utf-8").splitlines()]


def _with_offsets(claim: Claim, text: str) -> Claim:
    places = [match.span() for match in re.finditer(rf"(?<![\w,.]){re.escape(claim['number'])}(?!\w|[,.]\d)", text)]
    start, end = places[claim.get("at", 1) - 1]
    dates = {name: str(claim[name]) for name in ("stated_on", "period") if name in claim}
    # fields that articles.yaml leaves to the reader are not scored: `counted` where it is not given
    return DEFAULTS | {"high": claim["low"], "number_text": claim["number"]} | claim | dates | {
        "start": start, "end": end, "source_chain": claim.get("chain", []),
    }  # fmt: skip


def predict(article: dict[str, Any]) -> list[Claim]:
    """The claims that the extraction finds in a marked article."""
    published = date.fromisoformat(article["published"])
    mentions = extract(ArticleText(article["text"], published, article["publisher"])).mentions
    return [row for row in mentions if row["is_claim"]]


def tally(articles: list[dict[str, Any]]) -> Tally:
    """Predict and count."""
    counts = Tally()
    for article in articles:
        _count(article, predict(article), counts)
    return counts


def _count(article: dict[str, Any], found: list[Claim], counts: Tally) -> None:
    left = list(found)
    for claim in article["claims"]:
        partner = next((row for row in left if _same_number(claim, row)), None)
        if partner is not None:
            left.remove(partner)
        if claim.get("optional"):
            continue
        counts.marked += 1
        if partner is None:
            counts.wrong.append((article["id"], claim["number_text"], "missed"))
            continue
        counts.found += 1
        counts.paired += 1
        agreed = {name: agrees(name, claim.get(name), partner[name]) for name in FIELDS}
        counts.whole += all(agreed[name] for name in WHOLE)
        for name, same in agreed.items():
            counts.right[name] += same
            if not same:
                counts.wrong.append((article["id"], claim["number_text"], name, claim.get(name), partner[name]))
    counts.found += len(left)
    counts.wrong += [(article["id"], row["number_text"], "spurious") for row in left]


def _same_number(claim: Claim, row: Claim) -> bool:
    return row["char_start"] < claim["end"] and claim["start"] < row["char_end"] and all(_close(claim[end], row[end]) for end in ("low", "high"))


def _close(marked: Any, found: float | None) -> bool:
    options = marked if isinstance(marked, list) else [marked]
    return any((option is None) == (found is None) and (option is None or math.isclose(option, found or 0, rel_tol=1e-4)) for option in options)


def agrees(name: str, marked: Any, found: Any) -> bool:
    """Whether the found value is the marked one, or one of them."""
    if name == "source_chain":
        return [str(link).lower() for link in marked or []] == [str(link).lower() for link in found]
    options = marked if isinstance(marked, list) else [marked]
    if found is None or None in options:
        return (found is None and None in options) or (found is not None and any(option and _alike(name, option, found) for option in options))
    return any(_alike(name, option, found) for option in options)


def _alike(name: str, marked: Any, found: Any) -> bool:
    if name not in PHRASES:
        return str(marked).lower() == str(found).lower()
    ours, theirs = _words(str(marked)), _words(str(found))
    if not ours or not theirs:
        return False
    shared = len(set(ours) & set(theirs))
    return 2 * shared / (len(set(ours)) + len(set(theirs))) >= ALIKE or ours[-1] == theirs[-1]


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w.-]+", text.lower().replace("’s", "").replace("'s", "")) if word not in SMALL_WORDS]
