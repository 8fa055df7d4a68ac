"""Claims as people read them: one line each, and the sentence with number, cue, source and dates in colour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from orchestration.cli.console import cell, clean
from orchestration.cli.evidence import Span, elsewhere

OF_WHAT = "of what (whose) · where"
STYLES = {"number": "bold black on yellow", "cue": "bold magenta", "source": "bold cyan", "date": "bold green"}


def interval(claim: Mapping[str, Any]) -> str:
    """The claimed interval in words that a reader of statistics knows."""
    low, high, comparator = claim["low"], claim["high"], claim["comparator"]
    if low is not None and high is not None:
        number = _number(low) if low == high else f"{_number(low)} – {_number(high)}"
        return f"≈ {number}" if comparator == "~" else number
    sign = {">": ">", ">=": "≥", "<": "<", "<=": "≤"}.get(comparator, comparator)
    return f"{sign} {_number(low if low is not None else high)}"


def _number(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def claims_table(claims: Iterable[Mapping[str, Any]], title: str | None = None) -> Table:
    """A table with one line a claim; mappings hold CLAIMS.md's fields, and `claim_id` where they come from the warehouse."""
    table = Table(title=title, title_justify="left", show_lines=False, header_style="bold", expand=False)
    for name in ("number", OF_WHAT, "metric", "who says", "status", "said on", "about"):
        table.add_column(name, overflow="fold", no_wrap=name in ("metric", "status", "said on"))
    for claim in claims:
        table.add_row(
            Text(quantity(claim), style="bold"),
            cell(of_what(claim)),
            cell(claim["metric"]),
            cell(_source(claim)),
            cell(claim["status"]),
            cell(claim["stated_on"]),
            cell(claim["period"]),
        )
    return table


def quantity(claim: Mapping[str, Any]) -> str:
    """The interval with its unit, but for one that only repeats the thing counted."""
    unit = claim["unit"]
    return f"{interval(claim)} {clean(unit)}" if unit and unit not in (claim.get("counted_head"), claim["counted"]) else interval(claim)


def heading(claim: Mapping[str, Any]) -> str:
    """The claim in one line: "> 2,400,000 people (Valdoria)", "11 % · revenue (River Lines)"."""
    number, what = quantity(claim), of_what(claim)
    return f"{number} {what}".strip() if number == interval(claim) else " · ".join(filter(None, (number, what)))


def of_what(claim: Mapping[str, Any]) -> str:
    """The thing counted, whose it is and where, as far as the thing doesn't say so ("Russian soldiers" are Russia's)."""
    counted, subject, place = claim["counted"], claim["subject"], claim["place"]
    thing = counted or subject or ""
    whose = f" ({clean(subject)})" if subject and subject != place and subject.casefold() not in thing.casefold() else ""
    where = f" · {clean(place)}" if place and place.casefold() not in thing.casefold() else ""
    return f"{clean(thing)}{whose}{where}"


def _source(claim: Mapping[str, Any]) -> str | None:
    chain = claim["source_chain"] or []
    return " ← ".join(chain) if len(chain) > 1 else claim["source"]


def highlighted(text: str, base: int, spans: Sequence[tuple[int | None, int | None, str]]) -> Text:
    """A stretch of an article that starts at `base`, with the spans (start, end, kind of STYLES) in colour.

    Control characters become visible, one for one, so that offsets keep their meaning.
    """
    shown = Text("".join(c if c in "\n\t" or c.isprintable() else "\ufffd" for c in text))
    for start, end, kind in spans:
        if start is not None and end is not None and start < base + len(text) and end > base:
            shown.stylize(STYLES[kind], max(start - base, 0), min(end - base, len(text)))
    return shown


def with_evidence(text: str, shown: tuple[int, int], spans: Sequence[Span]) -> Iterator[Text]:
    """The sentence of some claims in colour, and below it, dimmed, every other sentence where their source, cue or date stands."""
    yield highlighted(text[shown[0] : shown[1]], shown[0], spans)
    for (start, end), kinds in elsewhere(spans, shown, text):
        words = highlighted(text[start:end], start, [span for span in spans if span.kind != "number"])
        words.style = "dim"
        yield Text.assemble((f"  {', '.join(kinds)} in: ", "italic"), words)


def legend() -> Text:
    """What the colours mean."""
    return Text("  ").join(Text(kind, style=style) for kind, style in STYLES.items())
