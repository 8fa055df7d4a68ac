"""Which words `claims extract` and `claims show` colour: the source next to its cue, the chain, dates, and other sentences."""

from datetime import date

import pytest

from orchestration.cli.evidence import elsewhere, nearest, spans_of
from orchestration.cli.rendering import with_evidence
from transforms.extract import ArticleText, extract


def read(text: str):
    """The painted words by kind of all claims of the text, and the spans and claims."""
    found = extract(ArticleText(text, date(2024, 10, 28)))
    claims = [row for row in found.mentions if row["is_claim"]]
    spans = spans_of(claims, found.dates, text)
    words: dict[str, list[str]] = {}
    for start, end, kind in spans:
        words.setdefault(kind, []).append(text[start:end])
    return words, spans, claims


@pytest.mark.parametrize(
    ("text", "words", "near", "found"),
    [
        ('"We washed 40 cars," she said.', "she", (25, 29), (21, 24)),
        ("Officers say she said he lied.", "he", (17, 21), (22, 24)),
        ("Orr met Orr, said Orr.", "Orr", (13, 17), (18, 21)),
        ("police said police", "police", (7, 11), (0, 6)),
        ("the washed car", "she", (4, 10), None),
        ("a (U.N.) report", "U.N.", (9, 15), (3, 7)),
    ],
)
def test_whole_words_nearest_to_the_cue(text: str, words: str, near: tuple[int, int], found: tuple[int, int] | None) -> None:
    assert nearest(text, words, near, (0, len(text))) == found


def test_a_pronoun_is_no_part_of_another_word() -> None:
    text = 'Mayor Ada Orr spoke to the press. "We washed 40 cars," she said.'
    words, spans, _ = read(text)
    assert words["source"] == ["she"]
    assert next(span for span in spans if span.kind == "source").start == text.index(" she ") + 1


def test_source_and_cue_of_another_sentence_are_shown_with_it() -> None:
    text = '"We lost 12 dogs last week. It was a hard time," said Anna Holm.'
    words, spans, (claim,) = read(text)
    assert words == {"date": ["last week"], "source": ["Anna Holm"], "cue": ["said"], "number": ["12"]}
    own = claim["sentence_start"], claim["sentence_end"]
    ((bounds, kinds),) = elsewhere(spans, own, text)
    assert "said Anna Holm" in text[slice(*bounds)]
    assert kinds == ("source", "cue")
    first, second = with_evidence(text, own, spans)
    assert "Anna Holm" not in first.plain
    assert second.plain.startswith("  source, cue in: ")
    assert {second.plain[span.start : span.end] for span in second.spans} >= {"said", "Anna Holm"}


def test_every_link_of_a_chain_is_coloured() -> None:
    words, _, (claim,) = read("The Lenta agency, citing police in Orlo, reported that 15 suspects had been arrested since Friday.")
    assert len(claim["source_chain"]) == 2
    assert {"police in Orlo", claim["source_chain"][0]} <= set(words["source"])
    assert words["date"] == ["Friday"]


def test_the_day_of_the_statement_and_the_period_are_coloured() -> None:
    words, _, _ = read("The mayor said on Friday that 12 houses burned in September.")
    assert {word.removeprefix("on ").removeprefix("in ") for word in words["date"]} == {"Friday", "September"}
