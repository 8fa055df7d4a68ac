"""Where the words behind a claim stand: number, cue, source with its chain, and dates, in the claim's sentence or in another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Row = Mapping[str, Any]
# who speaks stands close to the cue, in its sentence
_NEAR_CUE = 1500


class Span(NamedTuple):
    """Code points `start` to `end` of the article, with a kind of rendering.STYLES."""

    start: int
    end: int
    kind: str


def spans_of(claims: Sequence[Row], dates: Sequence[Row], text: str) -> list[Span]:
    """The dates, sources, cues and numbers of these claims, in the order in which to paint them."""
    used = {claim[name] for claim in claims for name in ("stated_date_id", "period_date_id")}
    spans = [Span(row["char_start"], row["char_end"], "date") for row in dates if row["date_id"] in used]
    for claim in claims:
        spans += _sources(claim, text)
    spans += [Span(claim["cue_start"], claim["cue_end"], "cue") for claim in claims if claim["cue_start"] is not None]
    spans += [Span(claim["char_start"], claim["char_end"], "number") for claim in claims]
    return list(dict.fromkeys(spans))


def _sources(claim: Row, text: str) -> list[Span]:
    """The source's words next to its cue, and each link of its chain that stands in the sentence of the claim or of the cue."""
    if not claim["source_text"]:
        return []
    cue = (claim["cue_start"], claim["cue_end"]) if claim["cue_start"] is not None else (claim["char_start"], claim["char_end"])
    found = [nearest(text, claim["source_text"], cue, (cue[0] - _NEAR_CUE, cue[1] + _NEAR_CUE))]
    shown = {(claim["sentence_start"], claim["sentence_end"]), sentence_at(text, cue[0])}
    for link in claim["source_chain"] or ():
        forms = (link, link.split()[-1]) if link.split()[-1][:1].isupper() else (link,)
        for bounds in sorted(shown):
            stands = (nearest(text, form, cue, bounds) for form in forms)
            found.append(next((span for span in stands if span is not None), None))
    return [Span(*span, "source") for span in found if span is not None]


def nearest(text: str, words: str, to: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int] | None:
    """The occurrence of the words, as whole words within the bounds, nearest to a span; of two as near the one before it."""
    start, end = max(bounds[0], 0), min(bounds[1], len(text))
    spaced = r"\s+".join(map(re.escape, words.split()))  # a line may break within them
    whole = re.compile(rf"(?<!\w){spaced}(?!\w)")
    found = [match.span() for match in whole.finditer(text, start, end)]
    found = [span for span in found if span[1] <= to[0] or span[0] >= to[1]] or found
    return min(found, key=lambda span: max(to[0] - span[1], span[0] - to[1]), default=None)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence that holds the position."""
    return next(((start, end) for start, end in _sentences(text, position) if start <= position < end), (position, position))


def _sentences(text: str, position: int) -> list[tuple[int, int]]:
    """The sentences of the paragraphs around a position."""
    from transforms.language import sentences, spacing

    # a paragraph is cut by the same rules wherever it stands, so that the rest of a long text need not be read
    first = text.rfind("\n\n", 0, position) + 1
    last = text.find("\n\n", position)
    part = spacing.plain(text[first : last if last >= 0 else len(text)])
    spans = (part.span(start, end) for start, end, _ in sentences.split(part.text))
    return [(first + start, first + end) for start, end in spans]


def elsewhere(spans: Iterable[Span], shown: tuple[int, int], text: str) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    """The other sentences that hold some of the spans, in text order, each with the kinds of what stands there."""
    found: dict[tuple[int, int], list[str]] = {}
    for span in spans:
        if span.kind != "number" and not shown[0] <= span.start < shown[1]:
            found.setdefault(sentence_at(text, span.start), []).append(span.kind)
    return [(bounds, tuple(dict.fromkeys(found[bounds]))) for bounds in sorted(found)]
