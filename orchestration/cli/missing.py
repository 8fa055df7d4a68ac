"""What a text says of itself when nobody says it: its publication date and its language, found as `claims load` finds them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from orchestration.cli.console import clean, note

if TYPE_CHECKING:
    from transforms.extract import ArticleText

Named = tuple[str, "ArticleText"]
# up to so many texts each has a remark of its own
FEW = 3
# fewer words are no language
MIN_WORDS = 8
_EVIDENCE = {"dateline": "the dateline", "text": "a line of the text"}


def with_dates(articles: Sequence[Named]) -> list[Named]:
    """The texts, those without a publication date with the one that their dateline or a line near the top gives; says so."""
    from transforms.articles.evidence_in_text import infer_published
    from transforms.articles.limits import Limits

    first, latest = Limits().first_day, datetime.now(UTC).date() + timedelta(days=1)
    dated: list[Named] = []
    remarks = []
    for name, article in articles:
        found = infer_published(article.text, first, latest) if article.published is None else None
        if found is not None:
            day, evidence, words = found
            remarks.append(
                f'{_of(name, articles)}publication date {day} inferred from {_EVIDENCE[evidence]}, "{clean(words)}"; --published overrules it.'
            )
            article = replace(article, published=day)
        dated.append((name, article))
    if len(remarks) > FEW:
        remarks = [f"{len(remarks)} of {len(articles)} texts: publication date inferred from a dateline or a line of the text."]
    for remark in remarks:
        note(remark)
    undated = sum(article.published is None for _, article in dated)
    if undated:
        note(f"{undated} of {len(articles)} texts have no publication date: only absolute dates are resolved; give --published YYYY-MM-DD.")
    return dated


def warn_of_languages(articles: Sequence[Named]) -> None:
    """Say which texts are not in English, the language of the rules."""
    from transforms.articles.language import detect
    from transforms.articles.limits import Limits

    codes = [(name, detect(article.text[:2000])) for name, article in articles if len(article.text.split()) >= MIN_WORDS]
    foreign = [(name, code) for name, code in codes if code not in Limits().languages]
    told = "claims are read from English only, and `claims load` sets other texts aside"
    if len(foreign) > FEW:
        counts = ", ".join(f"{_language(code)} {count}" for code, count in Counter(code for _, code in foreign).most_common())
        note(f"warning: {len(foreign)} of {len(articles)} texts seem not to be in English ({counts}): {told}.")
    else:
        for name, code in foreign:
            note(f"warning: {_of(name, articles)}the text seems to be in {_language(code)}, not English: {told}.")


def _of(name: str, articles: Sequence[Named]) -> str:
    return f"{clean(name)}: " if len(articles) > 1 else ""


def _language(code: str) -> str:
    from babel import Locale

    return Locale("en").languages.get(code, f'"{code}"')
